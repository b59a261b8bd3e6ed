import type { Condition, Policy } from '../form.ts';
import { globPattern, literalPattern, type Pattern } from '../pattern.ts';
import { accountOf } from '../principal.ts';
import { classesOf } from './classes.ts';
import type { Dimension, Option } from './dimension.ts';
import type { Setting } from './setting.ts';
import { patternsOf } from './values.ts';

/** Keys that say who asks. */
export const principalKeys = [
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'kms:calleraccount',
];

const universe = ['role/?*', 'user/?*', 'root'].map((rest) =>
  globPattern(`arn:aws:iam::????????????:${rest}`),
);
const stranger = 'arn:aws:iam::999988887777:role/Stranger';
const defaultService = 'logging.s3.amazonaws.com';

/** The account that a policy is taken to belong to, where nothing says so: the first that it names. */
export function ownAccount(policy: Policy, setting: Setting): string {
  const named = [...namedPrincipals(policy), ...keyTerms(policy)].map(({ text }) => text && accountOf(text));
  return setting.account ?? named.find((account) => account && /^\d{12}$/.test(account)) ?? '111122223333';
}

function namedPrincipals({ statements }: Policy) {
  const items = statements.flatMap(({ principals }) => principals?.items ?? []);
  return items.flatMap(({ kind, text }) => (text === undefined ? [] : [{ kind, text }]));
}

const keyTerms = ({ statements }: Policy) =>
  statements
    .flatMap(({ conditions }) => (Array.isArray(conditions) ? conditions : []))
    .flatMap(({ key, terms }) => (/kms-key-id$/i.test(key) ? terms : []));

/** Who may ask: an identity of each class of the policy, one that nobody named, and nobody at all. */
export function principalDimension(
  policy: Policy,
  own: string,
  conditions: Condition[],
  mentioned: Set<string>,
): Dimension {
  const named = namedPrincipals(policy);
  const of = (key: string) => conditions.filter((condition) => condition.key.toLowerCase() === key);
  const accounts = [...of('aws:principalaccount'), ...of('kms:calleraccount')];
  const patterns = [
    ...named.filter(({ kind, text }) => kind === 'AWS' && text !== '*').map(({ text }) => patternOf(text)),
    ...of('aws:principalarn').flatMap((condition) => patternsOf(condition, [])),
    ...accounts.flatMap(({ terms }) =>
      terms.flatMap(({ text }) => (text ? [globPattern(`arn:aws:iam::${text}:*`)] : [])),
    ),
  ];
  const seeds = [`arn:aws:iam::${own}:role/Application`, stranger];
  const plain = named.filter(({ text }) => text.startsWith('arn:aws:iam:')).map(({ text }) => text);
  const more = [`arn:aws:iam::${own}:user/Someone`, ...plain, `arn:aws:iam::${own}:root`];
  const { texts, complete } = classesOf(patterns, universe, [...seeds, ...more]);
  const keys = new Set(principalKeys.filter((key) => mentioned.has(key)));
  const arns = [...new Set([...seeds, ...texts])];
  const identities = arns.map((arn) => ({
    ...identity(arn, keys),
    ...(arn === stranger ? { outside: ['principal'] } : {}),
  }));
  const options: Option[] = [
    ...identities,
    { principal: 'anonymous', context: anonymousContext(keys), outside: ['principal'] },
    ...sessionsOf(named, keys),
    ...othersOf(named, keys, conditions),
  ];
  return {
    name: 'principal',
    keys: principalKeys,
    options,
    ...(complete ? {} : { incomplete: 'too many principals' }),
  };
}

function patternOf(text: string): Pattern {
  const account = /^\d{12}$/.test(text) ? text : /:iam::(\d{12}):root$/.exec(text)?.[1];
  return account ? globPattern(`arn:aws:iam::${account}:*`) : literalPattern(text);
}

function identity(arn: string, keys: Set<string>, principal = arn): Option {
  const account = accountOf(arn)!;
  const kind = /:role\//.test(arn) ? 'AssumedRole' : /:user\//.test(arn) ? 'User' : 'Account';
  const context = {
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': kind,
    'aws:PrincipalIsAWSService': 'false',
    'kms:CallerAccount': account,
  };
  return { principal: { AWS: principal }, context: only(context, keys) };
}

function anonymousContext(keys: Set<string>) {
  return only({ 'aws:PrincipalType': 'Anonymous' }, keys);
}

function sessionsOf(named: { kind: string; text: string }[], keys: Set<string>): Option[] {
  return named.flatMap(({ text }) => {
    const session = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(text);
    return session ? [identity(`arn:aws:iam::${session[1]}:role/${session[2]}`, keys, text)] : [];
  });
}

/** Services and federated users that are named, and a service where something asks for one. */
function othersOf(
  named: { kind: string; text: string }[],
  keys: Set<string>,
  conditions: Condition[],
): Option[] {
  const asked = conditions.some(({ key }) => /^aws:(source|principal.*service)/i.test(key));
  const services = named.filter(({ kind }) => kind === 'Service').map(({ text }) => text);
  if (asked) services.push(defaultService);
  const asService = [...new Set(services)].map((Service): Option => {
    const context = { 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalServiceName': Service };
    return { principal: { Service }, context: only(context, keys) };
  });
  const rest = named.filter(({ kind }) => kind !== 'AWS' && kind !== 'Service');
  return [...asService, ...rest.map(({ kind, text }): Option => ({ principal: { [kind]: text } }))];
}

function only(context: Record<string, string>, keys: Set<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(context).filter(([key]) => keys.has(key.toLowerCase())));
}
