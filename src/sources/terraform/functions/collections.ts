import type { Place } from '../../../model/place.ts';
import {
  absent,
  combine,
  isWritten,
  known,
  list,
  mapArms,
  type RecordEntry,
  record,
  textOf,
  type Unknown,
  unknown,
  type Value,
} from '../../../model/value.ts';
import { memberOf, namesOf } from '../../template/members.ts';

/** Functions of lists and maps. */

export const isNull = (value: Value) =>
  value.is === 'absent' || (value.is === 'known' && value.value === null);

export function merge(args: Value[], place: Place): Value {
  return args.reduce(
    (under, over) => combine(under, over, (a, b) => mergeTwo(a, b, place)),
    record([], { place }),
  );
}

export function mergeTwo(a: Value, b: Value, place: Place): Value {
  if (isNull(b)) return a;
  if (b.is === 'unknown') return a.is === 'record' ? { ...blurred(a, b), rest: b } : b;
  if (a.is !== 'record' || b.is !== 'record') return b;
  const names = new Set(namesOf(b));
  const kept = a.entries.filter((each) => !names.has(textOf(each.name) ?? ''));
  const under = b.rest ? blurred({ ...a, entries: kept }, b.rest).entries : kept;
  return { ...record([...under, ...b.entries], { place }), rest: a.rest ?? b.rest };
}

/** What an unknown map may have replaced. */
export function blurred(a: Value & { is: 'record' }, by: Unknown): Value & { is: 'record' } {
  const entries = a.entries.map(
    (each): RecordEntry => ({
      name: each.name,
      value: { ...by, name: each.value.name, entry: each.value.entry },
    }),
  );
  return { ...a, entries };
}

/** Lists one after another; `deep` also takes the lists in them apart. */
export function concat(args: Value[], place: Place, deep = false): Value {
  const start: Value = list([], { place });
  return args.reduce(
    (sum, arg) => combine(sum, arg, (a, b) => (a.is === 'list' ? appended(a, b, deep) : a)),
    start,
  );
}

export function appended(a: Value & { is: 'list' }, b: Value, deep: boolean): Value {
  if (isNull(b)) return a;
  if (b.is === 'unknown') return { ...a, rest: b };
  if (b.is !== 'list') return deep ? { ...a, items: [...a.items, b] } : { ...a, rest: unknown('not a list') };
  const inner = deep ? concat(b.items, a.place!, true) : b;
  if (inner.is !== 'list') return { ...a, rest: unknown('it depends on a condition', { place: a.place }) };
  return { ...a, items: [...a.items, ...inner.items], rest: a.rest ?? inner.rest ?? b.rest };
}

export function lengthOf(value: Value, place: Place): Value {
  return mapArms(value, (plain) => {
    if (plain.is === 'list')
      return plain.rest
        ? unknown('its length cannot be known', { place })
        : known(plain.items.filter(isWritten).length, { place });
    if (plain.is === 'record')
      return plain.rest
        ? unknown('its length cannot be known', { place })
        : known(plain.entries.length, { place });
    if (plain.is === 'known')
      return plain.value === null ? absent : known(String(plain.value).length, { place });
    if (plain.is === 'unknown')
      return unknown(plain.reason, { place, origin: plain.origin && `length(${plain.origin})` });
    return absent;
  });
}

/** Items that are written; those of which it depends stay choices. */
export function kept(value: Value, keep: (item: Value) => boolean): Value {
  return mapArms(value, (plain) =>
    plain.is === 'list' ? { ...plain, items: plain.items.filter(keep) } : plain,
  );
}

export function one(value: Value): Value {
  return mapArms(value, (plain) => {
    if (plain.is !== 'list') return plain;
    return plain.items.find(isWritten) ?? plain.items[0] ?? plain.rest ?? known(null);
  });
}

export function contains(args: Value[], place: Place): Value | undefined {
  const [items, wanted] = args;
  if (
    items?.is !== 'list' ||
    items.rest ||
    wanted?.is !== 'known' ||
    items.items.some((each) => each.is !== 'known')
  )
    return undefined;
  return known(
    items.items.some((each) => each.is === 'known' && String(each.value) === String(wanted.value)),
    { place },
  );
}

export function lookup(args: Value[], place: Place): Value {
  const [map = absent, key = absent, standard] = args;
  return mapArms(memberOf(map, key, place), (plain) =>
    plain.is === 'absent' && standard ? standard : plain,
  );
}
