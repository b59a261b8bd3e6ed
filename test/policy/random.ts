import { type Property, properties } from '../../src/model/kinds.ts';
import type { Context, Request, RequestPrincipal } from '../../src/policy/form.ts';

export { random as seeded } from '../servers/random.ts';

import { bucket, goodKey } from './tables.ts';

/** Small random policies, and all requests over everything that they can tell apart, one by one. */
export type Random = () => number;

const own = '111122223333';
const writer = `arn:aws:iam::${own}:role/Writer`;
const foreignKey = 'arn:aws:kms:us-east-1:999988887777:key/0a1b2c3d-0000-4444-8888-0a1b2c3d4e5f';
const sse = 's3:x-amz-server-side-encryption';
const kid = `${sse}-aws-kms-key-id`;
const calg = `${sse}-customer-algorithm`;

const actions = [
  's3:*',
  's3:PutObject',
  's3:GetObject',
  's3:Get*',
  's3:List*',
  '*',
  's3:putobject',
  's3:*Object',
];
const resources = [
  bucket,
  `${bucket}/*`,
  `${bucket}/in/*`,
  '*',
  `${bucket}*`,
  `${bucket}/\${aws:PrincipalAccount}/*`,
];
const principals = [
  '*',
  { AWS: '*' },
  { AWS: writer },
  { AWS: own },
  { AWS: `arn:aws:iam::${own}:root` },
  { Service: 'logging.s3.amazonaws.com' },
];
const conditions: [string[], string, (string | string[])[]][] = [
  [
    ['Bool', 'BoolIfExists', 'StringEquals'],
    'aws:SecureTransport',
    ['true', 'false', ['true', 'false'], 'False'],
  ],
  [
    ['NumericLessThan', 'NumericLessThanIfExists', 'NumericGreaterThanEquals'],
    's3:TlsVersion',
    ['1.2', '1.3'],
  ],
  [
    ['StringEquals', 'StringNotEquals', 'StringNotEqualsIfExists', 'StringLike'],
    sse,
    ['AES256', 'aws:kms', ['AES256', 'aws:kms'], 'aws:kms*', 'SSE-KMS'],
  ],
  [
    ['ArnEquals', 'ArnNotEquals', 'StringNotEquals', 'ArnNotEqualsIfExists', 'StringNotLike'],
    kid,
    [goodKey, 'arn:aws:kms:*:111122223333:key/*'],
  ],
  [['Null'], sse, ['true', 'false']],
  [['Null'], kid, ['true', 'false']],
  [['Null'], calg, ['true', 'false']],
  [['StringEquals', 'StringNotEquals'], calg, ['AES256']],
  [
    ['StringEquals', 'StringNotEquals', 'StringNotEqualsIfExists'],
    'aws:SourceVpce',
    ['vpce-1a', ['vpce-1a', 'vpce-2b']],
  ],
  [
    ['ArnLike', 'ArnNotLike', 'ArnNotEquals'],
    'aws:PrincipalArn',
    [writer, 'arn:aws:iam::111122223333:role/*'],
  ],
  [['StringEquals', 'StringNotEquals'], 'aws:PrincipalAccount', [own]],
];

export interface Made {
  Version: string;
  Statement: Record<string, unknown>[];
}

export function randomPolicy(random: Random): Made {
  const pick = <T>(from: T[]): T => from[Math.floor(random() * from.length)]!;
  const maybe = (share: number) => random() < share;
  const condition = () => {
    const block: Record<string, Record<string, unknown>> = {};
    for (let count = Math.floor(random() * 3); count > 0; count--) {
      const [operators, key, values] = pick(conditions);
      const operator = pick(operators);
      block[operator] = { ...block[operator], [key]: pick(values) };
    }
    return block;
  };
  const statement = () => ({
    Effect: maybe(0.75) ? 'Deny' : 'Allow',
    [maybe(0.12) ? 'NotPrincipal' : 'Principal']: pick(principals),
    [maybe(0.15) ? 'NotAction' : 'Action']: maybe(0.3) ? [pick(actions), pick(actions)] : pick(actions),
    [maybe(0.1) ? 'NotResource' : 'Resource']: maybe(0.5) ? [bucket, `${bucket}/*`] : pick(resources),
    Condition: condition(),
  });
  const count = 1 + Math.floor(random() * 4);
  return {
    Version: maybe(0.85) ? '2012-10-17' : '2008-10-17',
    Statement: Array.from({ length: count }, statement),
  };
}

export const decided = properties.filter(
  (property) => property !== 'anyDecrypt' && property !== 'anyNetwork',
);
export type Decided = Exclude<Property, 'anyDecrypt' | 'anyNetwork'>;

const headers: Record<string, Context[]> = {
  unencrypted: [{}],
  AES256: [{ [sse]: 'AES256' }],
  sseC: [{ [calg]: 'AES256' }],
  foreign: [{ [sse]: 'aws:kms', [kid]: foreignKey }],
  kms: ['aws:kms', 'aws:kms:dsse'].flatMap((mode): Context[] => [
    { [sse]: mode },
    { [sse]: mode, [kid]: goodKey },
    { [sse]: mode, [kid]: `arn:aws:kms:eu-central-1:${own}:key/other` },
    { [sse]: mode, [kid]: foreignKey },
  ]),
};
const anyHeaders = ['unencrypted', 'AES256', 'sseC', 'kms'].flatMap((name) => headers[name]!);
const http = [{ 'aws:SecureTransport': 'false' }];
const https = (...versions: string[]) =>
  versions.map((version) => ({ 'aws:SecureTransport': 'true', 's3:TlsVersion': version }));

const askers: [RequestPrincipal, Context][] = [
  ...[
    `arn:aws:iam::${own}:role/Application`,
    writer,
    `arn:aws:iam::${own}:user/Someone`,
    'arn:aws:iam::999988887777:role/Stranger',
  ].map((arn): [RequestPrincipal, Context] => [
    { AWS: arn },
    { 'aws:PrincipalArn': arn, 'aws:PrincipalAccount': arn.split(':')[4]! },
  ]),
  ['anonymous', {}],
  [{ Service: 'logging.s3.amazonaws.com' }, {}],
];
const networks: Context[] = [
  {},
  { 'aws:SourceVpce': 'vpce-1a' },
  { 'aws:SourceVpce': 'vpce-2b' },
  { 'aws:SourceVpce': 'vpce-other' },
];
const targets: [string, string[]][] = [
  ['s3:GetObject', [`${bucket}/k`, `${bucket}/in/k`, `${bucket}/${own}/k`, `${bucket}/999988887777/k`]],
  ['s3:PutObject', [`${bucket}/k`, `${bucket}/in/k`, `${bucket}/${own}/k`, `${bucket}/999988887777/k`]],
  ['s3:GetObjectVersion', [`${bucket}/k`, `${bucket}/in/k`]],
  ['s3:AbortMultipartUpload', [`${bucket}/k`, `${bucket}/in/k`]],
  ['s3:ListBucket', [bucket]],
  ['s3:GetBucketLocation', [bucket]],
  ['s3:PutBucketTagging', [bucket]],
];
const outsiders = askers.filter(
  ([principal]) => principal === 'anonymous' || JSON.stringify(principal).includes('Stranger'),
);

/** What the requests of a property have in common. */
interface Part {
  actions: RegExp;
  headers: Context[];
  askers: typeof askers;
  transports: Context[];
  networks: Context[];
}

const whole: Part = {
  actions: /./,
  headers: anyHeaders,
  askers,
  transports: [...http, ...https('1.3', '1.2', '1.1')],
  networks,
};
const uploadsWith = (name: string): Part => ({ ...whole, actions: /PutObject$/, headers: headers[name]! });
const open = (actions: RegExp): Part => ({
  ...whole,
  actions,
  askers: outsiders,
  networks: [networks[0]!, networks[3]!],
});
const parts: Record<Decided, Part> = {
  http: { ...whole, transports: http },
  oldTls: { ...whole, transports: https('1.1', '1.0') },
  unencrypted: uploadsWith('unencrypted'),
  otherEncryption: uploadsWith('AES256'),
  foreignKey: uploadsWith('foreign'),
  sseC: uploadsWith('sseC'),
  anonymousWrite: open(/PutObject$/),
  anonymousRead: open(/GetObject|ListBucket/),
};

/** Every request of a property, of those that S3 can be asked. */
export function requestsOf(property: Decided): Request[] {
  const part = parts[property];
  const heads = targets
    .filter(([action]) => part.actions.test(action))
    .flatMap(([action, places]) => places.map((resource) => ({ action, resource })));
  const carried = heads.flatMap((head) =>
    (head.action === 's3:PutObject' ? part.headers : [{}]).map((context) => ({ ...head, context })),
  );
  const asked = carried.flatMap((head) =>
    part.askers.map(([principal, said]) => ({ ...head, principal, context: { ...head.context, ...said } })),
  );
  const sent = asked.flatMap((head) =>
    part.transports
      .filter((transport) => !(isService(head.principal) && transport === http[0]))
      .map((transport) => ({ ...head, context: { ...head.context, ...transport } })),
  );
  return sent.flatMap((head) =>
    part.networks.map((network) => ({ ...head, context: { ...head.context, ...network } })),
  );
}

const isService = (principal: RequestPrincipal) => typeof principal === 'object' && 'Service' in principal;
