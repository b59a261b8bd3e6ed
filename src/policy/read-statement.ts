import { record, scalar, textOf, type Unknown, type Value } from '../model/value.ts';
import type { PolicyFault, PolicyType, PrincipalKind, Principals, Statement, Term, Terms } from './form.ts';
import { entriesOf, oneWord, termsOf, unknownOf } from './parts.ts';
import { readConditions } from './read-conditions.ts';

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];
const hints = { Conditions: 'Condition', Actions: 'Action', Resources: 'Resource', Principals: 'Principal' };
const effects = ['Allow', 'Deny'];
const principalKinds: PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

export function readStatement(
  value: Value,
  index: number,
  type: PolicyType,
  faults: PolicyFault[],
): Statement {
  const unseen = unknownOf(value);
  if (unseen) return { index, effect: unseen, conditions: [], value: unseen };
  if (value.is !== 'record') {
    faults.push({ message: 'a statement is an object', at: value });
    return { index, effect: 'Deny', conditions: [], value: record({}, { place: value.place }) };
  }
  if (value.rest) return { index, effect: value.rest, conditions: [], value: value.rest };
  const entries = entriesOf(value, elements, faults, hints);
  requireElements(entries, value, type, faults);
  const condition = entries.get('Condition');
  const sid = textOf(entries.get('Sid'));
  return {
    index,
    ...(sid === undefined ? {} : { sid }),
    effect: readEffect(entries.get('Effect'), faults),
    principals: readPrincipals(entries, faults),
    actions: readTerms(entries, 'Action', isAction, faults),
    resources: readTerms(entries, 'Resource', isResource, faults),
    conditions: condition ? readConditions(condition, faults) : [],
    value,
  };
}

function requireElements(
  entries: Map<string, Value>,
  at: Value,
  type: PolicyType,
  faults: PolicyFault[],
): void {
  const require = (...names: string[]) => {
    if (!names.some((name) => entries.has(name))) {
      faults.push({ message: `the statement has no ${names.join(' or ')}`, at });
    }
  };
  require('Effect');
  if (type !== 'key') {
    require('Action', 'NotAction');
    require('Resource', 'NotResource');
  }
  const named = entries.get('Principal') ?? entries.get('NotPrincipal');
  if (type !== 'identity') require('Principal', 'NotPrincipal');
  else if (named) faults.push({ message: 'a policy of an identity has no Principal', at: named });
  for (const name of ['Principal', 'Action', 'Resource']) {
    const not = entries.get(`Not${name}`);
    if (not && entries.has(name))
      faults.push({ message: `${name} and Not${name} exclude each other`, at: not });
  }
}

function readEffect(value: Value | undefined, faults: PolicyFault[]): 'Allow' | 'Deny' | Unknown {
  if (!value) return 'Deny';
  const unseen = unknownOf(value);
  if (unseen) return unseen;
  const fault = oneWord(value, effects, 'Effect');
  if (fault) faults.push(fault);
  return scalar(value) === 'Allow' ? 'Allow' : 'Deny';
}

function readTerms(
  entries: Map<string, Value>,
  name: string,
  problemOf: (text: string) => string | undefined,
  faults: PolicyFault[],
): Terms | undefined {
  const negated = !entries.has(name);
  const value = entries.get(negated ? `Not${name}` : name);
  if (!value) return undefined;
  const items = termsOf(value, name, faults);
  for (const { text, value: at } of items) {
    const problem = text === undefined ? undefined : problemOf(text);
    if (problem) faults.push({ message: problem, at });
  }
  return { negated, items, value };
}

function isAction(text: string): string | undefined {
  return text === '*' || text.includes(':')
    ? undefined
    : `an action is "service:Action" or "*", not "${text}"`;
}

function isResource(text: string): string | undefined {
  return /^(arn:|\*|\$\{)/.test(text) ? undefined : `a resource is an ARN or "*", not "${text}"`;
}

function readPrincipals(entries: Map<string, Value>, faults: PolicyFault[]): Principals | undefined {
  const negated = !entries.has('Principal');
  const value = entries.get(negated ? 'NotPrincipal' : 'Principal');
  if (!value) return undefined;
  const unseen = unknownOf(value);
  if (unseen) return { negated, items: [{ kind: 'AWS', text: undefined, value: unseen }], value };
  if (scalar(value) === '*') return { negated, items: [{ kind: 'AWS', text: '*', value }], value };
  if (value.is !== 'record') {
    faults.push({ message: 'Principal is "*" or an object such as {"AWS": …}', at: value });
    return { negated, items: [], value };
  }
  const kinds = entriesOf(value, principalKinds, faults, { Aws: 'AWS', aws: 'AWS' });
  const items = [...kinds].flatMap(([kind, held]) =>
    termsOf(held, `Principal's ${kind}`, faults).map((term: Term) => ({
      ...term,
      kind: kind as PrincipalKind,
    })),
  );
  return {
    negated,
    items: value.rest ? [...items, { kind: 'AWS', text: undefined, value: value.rest }] : items,
    value,
  };
}
