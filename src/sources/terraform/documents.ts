import {
  known,
  list,
  type RecordEntry,
  type RecordValue,
  record,
  textOf,
  type Unknown,
  unknown,
  type Value,
} from '../../model/value.ts';
import { at, itemsOf, laidOut, whole } from '../template/members.ts';
import { decodedPolicy } from '../template/policy-text.ts';
import { nullIsAbsent, type Text } from '../template/text.ts';
import { valueOfBody } from './body.ts';
import type { Instance } from './instances.ts';
import type { Module } from './module.ts';

/**
 * `data "aws_iam_policy_document"` as the JSON that the provider makes of it, each part with the place of its words in
 * HCL (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document).
 */
export function documentOf({ module, instance }: { module: Module; instance: Instance }): Value {
  const body = valueOfBody(instance.block.body, instance.env);
  const own = itemsOf(laidOut(whole(body, 'statement')));
  const sources = documents(body, ['source_policy_documents', 'source_json'], module);
  const overrides = documents(body, ['override_policy_documents', 'override_json'], module);
  const statements = [...sources.statements, ...own.items.map(statementOf)];
  const merged = overrides.statements.reduce(overridden, statements);
  const rest = own.rest ?? sources.rest ?? overrides.rest;
  const policy = record(
    [
      { name: known('Version'), value: written(at(body, 'version')) ?? known('2012-10-17') },
      { name: known('Statement'), value: { ...list(merged, { place: instance.block.place }), rest } },
    ],
    { place: instance.block.place },
  );
  const text: Text = {
    ...unknown('the JSON of a policy document', { place: instance.block.place }),
    decoded: policy,
  };
  return text;
}

function written(value: Value): Value | undefined {
  const found = nullIsAbsent(value);
  return found.is === 'absent' ? undefined : found;
}

interface Statements {
  statements: Value[];
  rest?: Unknown;
}

/** The statements of documents that are merged into this one. */
function documents(body: Value, names: string[], module: Module): Statements {
  const found: Statements = { statements: [] };
  for (const name of names) {
    const { items, rest } = itemsOf(laidOut(whole(body, name)));
    if (rest) found.rest = rest;
    for (const item of items) {
      const policy = decodedPolicy(item, (place) => module.env.words(place));
      const inner = itemsOf(laidOut(whole(policy, 'Statement')));
      found.statements.push(...inner.items);
      found.rest ??= inner.rest ?? unreadable(policy);
    }
  }
  return found;
}

function unreadable(policy: Value): Unknown | undefined {
  if (policy.is === 'oneOf')
    return policy.arms.map((arm) => unreadable(arm.value)).find((each) => each !== undefined);
  if (policy.is === 'record' || policy.is === 'absent') return undefined;
  return unknown('a document that cannot be read', { place: policy.place });
}

/** A statement of the same `Sid` replaces the one that is there. */
function overridden(statements: Value[], over: Value): Value[] {
  const sid = textOf(at(over, 'Sid'));
  const index = sid ? statements.findIndex((each) => textOf(at(each, 'Sid')) === sid) : -1;
  return index < 0 ? [...statements, over] : statements.with(index, over);
}

const plainElements: Record<string, string> = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
};

function statementOf(block: Value): Value {
  if (block.is === 'oneOf')
    return { ...block, arms: block.arms.map((arm) => ({ when: arm.when, value: statementOf(arm.value) })) };
  if (block.is !== 'record') return block;
  const entries: RecordEntry[] = [];
  for (const entry of block.entries) {
    const element = plainElements[textOf(entry.name) ?? ''];
    const value = element && written(entry.value);
    if (value && !isEmpty(value))
      entries.push({ name: { ...entry.name, ...known(element) } as Value, value });
  }
  if (!entries.some((each) => textOf(each.name) === 'Effect'))
    entries.push({ name: known('Effect'), value: known('Allow') });
  entries.push(
    ...principals(block, 'principals', 'Principal'),
    ...principals(block, 'not_principals', 'NotPrincipal'),
    ...conditions(block),
  );
  return { ...block, entries };
}

const isEmpty = (value: Value) => value.is === 'list' && value.items.length === 0 && !value.rest;

/** `principals { type, identifiers }`; of type `*` they are anyone. */
function principals(block: RecordValue, name: string, element: string): RecordEntry[] {
  const { items, rest } = itemsOf(laidOut(whole(block, name)));
  if (rest) return [{ name: known(element), value: rest }];
  const entries: RecordEntry[] = [];
  for (const item of items) {
    const type = at(item, 'type');
    const value = written(at(item, 'identifiers')) ?? unknown('no identifiers', { place: item.place });
    if (textOf(type) === '*')
      return [{ name: known(element), value: { ...known('*'), place: value.place, entry: item.entry } }];
    const before = entries.find((each) => textOf(each.name) === textOf(type));
    if (before) before.value = joined(before.value, value);
    else entries.push({ name: type, value });
  }
  return entries.length > 0
    ? [{ name: known(element), value: record(entries, { place: items[0]?.place }) }]
    : [];
}

function joined(a: Value, b: Value): Value {
  const [left, right] = [itemsOf(a), itemsOf(b)];
  return { ...list([...left.items, ...right.items], { place: a.place }), rest: left.rest ?? right.rest };
}

/** `condition { test, variable, values }`: blocks of one test stand together. */
function conditions(block: RecordValue): RecordEntry[] {
  const { items, rest } = itemsOf(laidOut(whole(block, 'condition')));
  if (rest) return [{ name: known('Condition'), value: rest }];
  if (items.length === 0) return [];
  const tests = new Map<string, { name: Value; entries: RecordEntry[] }>();
  for (const item of items) {
    const [test, variable] = [at(item, 'test'), at(item, 'variable')];
    const [operator, key] = [textOf(test), textOf(variable)];
    if (operator === undefined || key === undefined)
      return [
        {
          name: known('Condition'),
          value: unknown('a condition that cannot be known', { place: item.place }),
        },
      ];
    const group = tests.get(operator) ?? {
      name: { ...test, ...known(operator, { place: test.place }) } as Value,
      entries: [],
    };
    tests.set(operator, group);
    const value = { ...whole(item, 'values'), name: variable.place, entry: item.entry };
    const before = group.entries.find((each) => textOf(each.name) === key);
    if (before) before.value = joined(before.value, value);
    else group.entries.push({ name: variable, value });
  }
  const entries = [...tests.values()].map((group) => ({
    name: group.name,
    value: record(group.entries, { place: items[0]?.place }),
  }));
  return [{ name: known('Condition'), value: record(entries, { place: items[0]?.place }) }];
}
