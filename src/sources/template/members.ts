import type { Place } from '../../model/place.ts';
import {
  absent,
  combine,
  entryOf,
  known,
  list,
  mapArms,
  type RecordEntry,
  record,
  textOf,
  type Unknown,
  unknown,
  type Value,
} from '../../model/value.ts';
import { choose } from './conditions.ts';
import { textForm } from './text.ts';

/** `value[name]`, `value.name`; absent where there is none. */
export function memberOf(value: Value, name: Value, place: Place): Value {
  return combine(value, name, (of, plain) => {
    if (plain.is !== 'known')
      return unknown('which entry is meant cannot be known', { place, origin: pathTo(of, plain) });
    if (of.is === 'record') return entryOf(of, String(plain.value));
    if (of.is === 'list') return itemOf(of, plain.value);
    if (of.is === 'unknown') return { ...unknown(of.reason, { place, origin: pathTo(of, plain) }) };
    return absent;
  });
}

/** How messages and origins name a member. */
function pathTo(of: Value, name: Value): string | undefined {
  const text = textForm(name);
  if (of.is !== 'unknown' || of.origin === undefined || text === undefined) return undefined;
  return /^[a-z_]\w*$/i.test(text) ? `${of.origin}.${text}` : `${of.origin}[${text}]`;
}

function itemOf(of: Value & { is: 'list' }, index: unknown): Value {
  const at = Number(index);
  if (Number.isInteger(at)) return of.items[at < 0 ? of.items.length + at : at] ?? of.rest ?? absent;
  return of.items.length === 1 ? memberByName(of.items[0]!, String(index)) : (of.rest ?? absent);
}

function memberByName(value: Value, name: string): Value {
  return mapArms(value, (plain) => (plain.is === 'record' ? entryOf(plain, name) : plain));
}

/**
 * The value at the end of a path of names. A list of one thing counts as that thing, as nested blocks and
 * CloudFormation's lists of one rule are read; of several, the first.
 */
export function at(value: Value, ...path: string[]): Value {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  return mapArms(value, (plain) => {
    if (plain.is === 'list') return at(plain.items[0] ?? plain.rest ?? absent, ...path);
    if (plain.is === 'record') return at(entryOf(plain, name), ...rest);
    return plain.is === 'unknown' ? plain : absent;
  });
}

/** An entry as it is, a list as a list. */
export function whole(value: Value, name: string): Value {
  return mapArms(value, (plain) => {
    if (plain.is === 'record') return entryOf(plain, name);
    return plain.is === 'unknown' ? plain : absent;
  });
}

/** The items of a list; a single thing counts as a list of one. */
export function itemsOf(value: Value): { items: Value[]; rest?: Unknown } {
  if (value.is === 'list') return value;
  if (value.is === 'absent' || (value.is === 'known' && value.value === null)) return { items: [] };
  if (value.is === 'unknown') return { items: [], rest: value };
  if (value.is === 'oneOf')
    return { items: [], rest: unknown('it depends on a condition', { place: value.place }) };
  return { items: [value] };
}

/** One of several lists as one list, where they differ by a choice: an item that is not in an arm is absent there. */
export function laidOut(value: Value): Value {
  if (value.is !== 'oneOf') return value;
  const arms = value.arms.map((arm) => ({ when: arm.when, list: itemsOf(laidOut(arm.value)) }));
  const length = Math.max(...arms.map((arm) => arm.list.items.length));
  const items = Array.from(
    { length },
    (_, index): Value => ({
      is: 'oneOf',
      choice: value.choice,
      arms: arms.map((arm) => ({ when: arm.when, value: arm.list.items[index] ?? arm.list.rest ?? absent })),
    }),
  );
  const rest = arms.find((arm) => arm.list.rest)?.list.rest;
  return { ...list(items, { place: value.place, name: value.name, entry: value.entry }), rest };
}

interface Given {
  kept: Value;
  name?: Value;
  value: Value;
}

/** What each entry of a collection gives; keys are indexes of lists and names of records. */
export function each(collection: Value, place: Place, give: (key: Value, value: Value) => Given): Value {
  return mapArms(collection, (plain) => {
    if (plain.is === 'absent') return absent;
    if (plain.is !== 'list' && plain.is !== 'record') {
      return plain.is === 'unknown'
        ? unknown(plain.reason, { place, origin: plain.origin && `for(${plain.origin})` })
        : absent;
    }
    const rows = pairs(plain).map(([key, value]) => give(key, value));
    const kept = rows.filter((row) => !(row.kept.is === 'known' && row.kept.value === false));
    const [first] = rows;
    if (first?.name) {
      const entries = kept.map((row): RecordEntry => ({ name: row.name!, value: perhaps(row) }));
      return { ...record(entries, { place }), rest: plain.rest };
    }
    return { ...list(kept.map(perhaps), { place }), rest: plain.rest };
  });
}

function perhaps(row: Given): Value {
  return row.kept.is === 'known'
    ? row.value
    : choose(
        row.kept,
        () => row.value,
        () => absent,
      );
}

/** Keys and values of a collection. The keys of a set are its values. */
export function pairs(value: Value & { is: 'list' | 'record' }): [Value, Value][] {
  if (value.is === 'record') return value.entries.map((entry) => [entry.name, entry.value]);
  return value.items.map((item, index) => [known(index), item]);
}

export function namesOf(value: Value): string[] {
  return value.is === 'record' ? value.entries.flatMap((entry) => textOf(entry.name) ?? []) : [];
}
