import { type RecordValue, textOf, type Value } from '../../model/value.ts';
import type { PolicyType } from '../../policy/form.ts';
import { namesPrincipals } from '../../policy/read.ts';

const telling = [
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
];
const hints: [RegExp, PolicyType][] = [
  [/access-?_?point[-_.]?policy/i, 'accessPoint'],
  [/bucket[-_.]?policy/i, 'bucket'],
  [/(kms|key)[-_.]?policy/i, 'key'],
];

/** What sort of policy a JSON document is; undefined where it is none, or none that speaks of S3 or KMS. */
export function typeOf(value: Value, path: string): PolicyType | undefined {
  if (value.is !== 'record') return undefined;
  const statements = statementsOf(value).filter(isStatement);
  if (statements.length === 0) return undefined;
  const services = new Set(actionsIn(statements).map((action) => action.toLowerCase().split(':')[0]));
  const only = (...names: string[]) => [...services].every((service) => names.includes(service ?? ''));
  const speaks = services.size === 0 || ['s3', 's3express', 'kms', '*'].some((name) => services.has(name));
  if (!speaks) return undefined;
  const hint = hints.find(([form]) => form.test(path))?.[1];
  if (hint) return hint;
  if (!namesPrincipals(value)) return services.size === 0 ? undefined : 'identity';
  if (services.has('kms')) return only('kms') ? 'key' : undefined;
  if (!only('s3', 's3express', '*') || services.size === 0) return undefined;
  return resourcesIn(statements).some((arn) => arn.includes(':accesspoint/')) ? 'accessPoint' : 'bucket';
}

function statementsOf(value: RecordValue): Value[] {
  const statement = valueOfEntry(value, 'Statement');
  if (!statement) return [];
  return statement.is === 'list' ? statement.items : [statement];
}

function isStatement(value: Value): value is RecordValue {
  return value.is === 'record' && telling.filter((name) => valueOfEntry(value, name)).length > 1;
}

function valueOfEntry({ entries }: RecordValue, name: string): Value | undefined {
  return entries.find((entry) => textOf(entry.name) === name)?.value;
}

const actionsIn = (statements: RecordValue[]) => textsIn(statements, ['Action', 'NotAction']);
export const resourcesIn = (statements: RecordValue[]) => textsIn(statements, ['Resource', 'NotResource']);

function textsIn(statements: RecordValue[], names: string[]): string[] {
  const values = statements.flatMap((statement) => names.map((name) => valueOfEntry(statement, name)));
  return values
    .flatMap((value) => (value?.is === 'list' ? value.items : [value]))
    .flatMap((each) => {
      const text = textOf(each);
      return text === undefined ? [] : [text];
    });
}
