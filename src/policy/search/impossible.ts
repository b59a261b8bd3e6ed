import { actionsOf, carries } from '../data.ts';
import type { RequestPrincipal } from '../form.ts';
import type { Option } from './dimension.ts';

/** Two parts of a request that never go together. `a` and `b` name dimensions, or the keys that they decide. */
export interface Never {
  a: string;
  b: string;
  both: (a: Option, b: Option) => boolean;
}

const has = (option: Option, key: string) => {
  const names = Object.keys(option.context ?? {});
  return names.some((name) => name.toLowerCase() === key);
};
const isService = ({ principal }: Option) => typeof principal === 'object' && principal.Service !== undefined;
const isIdentity = ({ principal }: Option) => typeof principal === 'object' && principal.AWS !== undefined;
const isUser = ({ principal }: Option) =>
  /:user\//.test((principal as Exclude<RequestPrincipal, 'anonymous'>).AWS ?? '');

const vpcKeys = [
  'aws:sourcevpce',
  'aws:sourcevpc',
  'aws:vpcsourceip',
  'aws:sourcevpcarn',
  'aws:vpceaccount',
  'aws:vpceorgid',
];
const ofServices = /^aws:(source(arn|account|owner|orgid|orgpaths)|principalservicenameslist)$/;
const ofIdentities =
  /^aws:(principal(orgid|orgpaths|tag\/.*)|userid|username|multifactorauth\w+|tokenissuetime|sourceidentity|federatedprovider|assumedroot|calledvia\w*)$/;
/** Keys of nearly every action of S3, also where the list of actions leaves them out. */
const everywhere =
  /:(tlsversion|authtype|signatureversion|signatureage|x-amz-content-sha256|resourceaccount)$/;

/** What S3 can not be asked: bucket actions on objects, header keys without their header, a service over http. */
export function never(keys: string[]): Never[] {
  const rules: Never[] = [
    { a: 'action', b: 'resource', both: ({ action }, { resource }) => !actsOn(action!, resource!) },
    {
      a: 'action',
      b: 'encryption',
      both: ({ action }, option) => headers(option).some((key) => !carriesKey(action!, key)),
    },
    {
      a: 'principal',
      b: 'transport',
      both: (a, b) => isService(a) && b.context?.['aws:SecureTransport'] === 'false',
    },
  ];
  for (const key of keys) {
    if (!key.startsWith('aws:') && !everywhere.test(key)) {
      rules.push({ a: 'action', b: key, both: ({ action }, b) => has(b, key) && !carriesKey(action!, key) });
    }
    if (ofServices.test(key))
      rules.push({ a: 'principal', b: key, both: (a, b) => has(b, key) && !isService(a) });
    if (ofIdentities.test(key))
      rules.push({ a: 'principal', b: key, both: (a, b) => has(b, key) && !isIdentity(a) });
    if (key === 'aws:username')
      rules.push({ a: 'principal', b: key, both: (a, b) => has(b, key) && isIdentity(a) && !isUser(a) });
  }
  return [...rules, ...networks(keys.filter((key) => vpcKeys.includes(key)))];
}

/** A request comes either through a VPC endpoint, with all of its keys, or from an address. */
function networks(mentioned: string[]): Never[] {
  const together = mentioned.slice(1).map((b): Never => {
    const a = mentioned[0]!;
    return { a, b, both: (one, other) => has(one, a) !== has(other, b) };
  });
  const direct = mentioned.map(
    (b): Never => ({ a: 'aws:sourceip', b, both: (a, other) => has(a, 'aws:sourceip') === has(other, b) }),
  );
  return [...together, ...direct];
}

const headers = ({ context = {} }: Option) => Object.keys(context);

function carriesKey(name: string, key: string): boolean {
  const [service = '', short = ''] = name.split(':');
  const action = actionsOf(service).find((each) => each.name === short);
  return action !== undefined && carries(action, key);
}

function actsOn(name: string, resource: string): boolean {
  const [service = '', short = ''] = name.split(':');
  const on = actionsOf(service).find((each) => each.name === short)?.on ?? [];
  return on.includes(kindOf(resource));
}

function kindOf(resource: string): string {
  const [, , service = '', , , ...rest] = resource.split(':');
  const path = rest.join(':');
  if (service === 'kms') return 'key';
  if (service === 's3express') return path.startsWith('accesspoint/') ? 'accesspoint' : 'bucket';
  if (path.startsWith('accesspoint/')) return path.includes('/object/') ? 'accesspointobject' : 'accesspoint';
  return path.includes('/') ? 'object' : 'bucket';
}
