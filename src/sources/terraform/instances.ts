import { known, mapArms, textOf, unknown, type Value } from '../../model/value.ts';
import { bind, type Environment, evaluate } from '../template/evaluate.ts';
import { memberOf, namesOf } from '../template/members.ts';
import { attribute, type Block } from './syntax.ts';

/** One of what `count` or `for_each` make of a block. */
export interface Instance {
  block: Block;
  /** As an address ends: nothing, `[0]`, `["key"]`; `[*]` stands for any number that cannot be known. */
  suffix: string;
  key?: string | number;
  /** Whether it exists: known true, by a choice, or unknown. */
  exists: Value;
  env: Environment;
}

const mostInstances = 64;

/** The instances of a block that may exist. */
export function instancesOf(block: Block, env: Environment): Instance[] {
  const count = attribute(block.body, 'count')?.value;
  if (count) return counted(block, evaluate(count, env), env);
  const over = attribute(block.body, 'for_each')?.value;
  if (over) return keyed(block, asMap(evaluate(over, env)), env);
  return [{ block, suffix: '', exists: known(true), env }];
}

function counted(block: Block, count: Value, env: Environment): Instance[] {
  const most = largest(count);
  if (most === undefined || most > mostInstances)
    return [any(block, count, { index: unknown('which one of `count` this is') }, 'count', env)];
  return Array.from({ length: most }, (_, index) => {
    const exists = mapArms(count, (n) => (n.is === 'known' ? known(Number(n.value) > index) : n));
    return {
      block,
      suffix: `[${index}]`,
      key: index,
      exists,
      env: within(env, 'count', { index: known(index) }),
    };
  });
}

function largest(count: Value): number | undefined {
  if (count.is === 'known') return Number.isInteger(Number(count.value)) ? Number(count.value) : undefined;
  if (count.is === 'absent') return 0;
  if (count.is !== 'oneOf') return undefined;
  const arms = count.arms.map((arm) => largest(arm.value));
  return arms.includes(undefined) ? undefined : Math.max(...(arms as number[]));
}

/** The keys of a set are its values. */
function asMap(collection: Value): Value {
  return mapArms(collection, (plain) => {
    if (plain.is !== 'list') return plain;
    const entries = plain.items.map((item) => ({ name: item, value: item }));
    return { is: 'record', entries, rest: plain.rest, place: plain.place };
  });
}

function keyed(block: Block, map: Value, env: Environment): Instance[] {
  const keys = new Set<string>();
  let open = false;
  mapArms(map, (plain) => {
    for (const name of namesOf(plain)) keys.add(name);
    if (plain.is === 'unknown') open = true;
    if (plain.is === 'record')
      open ||= plain.rest !== undefined || plain.entries.some((each) => textOf(each.name) === undefined);
    return plain;
  });
  const instances = [...keys].slice(0, mostInstances).map((key): Instance => {
    const exists = mapArms(map, (plain) =>
      plain.is === 'unknown' ? plain : known(namesOf(plain).includes(key)),
    );
    const value = memberOf(map, known(key), block.place);
    const bound = { key: { ...known(key), place: value.place }, value };
    return { block, suffix: `["${key}"]`, key, exists, env: within(env, 'each', bound) };
  });
  return open ? [...instances, anyOf(block, map, env)] : instances;
}

function anyOf(block: Block, map: Value, env: Environment): Instance {
  const origin = map.is === 'unknown' && map.origin ? map.origin : `${block.labels.join('.')}.for_each`;
  const make = (name: string) =>
    unknown('which entries `for_each` has cannot be known', { origin: `each.${name} of ${origin}` });
  return any(block, map, { key: make('key'), value: make('value') }, 'each', env);
}

function any(
  block: Block,
  over: Value,
  bound: Record<string, Value>,
  name: string,
  env: Environment,
): Instance {
  const exists = over.is === 'unknown' ? over : unknown('how many there are cannot be known');
  return { block, suffix: '[*]', exists, env: within(env, name, bound) };
}

function within(env: Environment, name: string, entries: Record<string, Value>): Environment {
  const rows = Object.entries(entries).map(([key, value]) => ({ name: known(key), value }));
  return bind(env, new Map([[name, { is: 'record', entries: rows } as Value]]));
}
