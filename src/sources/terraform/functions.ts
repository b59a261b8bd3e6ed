import type { Place } from '../../model/place.ts';
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
} from '../../model/value.ts';
import { choose, givenChoice, notGiven } from '../template/conditions.ts';
import { encoded } from '../template/json.ts';
import { itemsOf, memberOf, namesOf } from '../template/members.ts';
import { fromText, textForm } from '../template/text.ts';
import { fileText, templated } from './files.ts';
import type { Module } from './module.ts';

/**
 * Terraform's functions, as far as they decide what a bucket, key or policy says
 * (https://developer.hashicorp.com/terraform/language/functions). One that is not here gives unknown.
 */
type Function = (args: Value[], place: Place, module: Module) => Value | undefined;

export function callFunction(name: string, args: Value[], place: Place, module: Module): Value | undefined {
  return functions[name.replace(/^core::/, '')]?.(args, place, module);
}

const isNull = (value: Value) => value.is === 'absent' || (value.is === 'known' && value.value === null);

/** The first argument that is something; one that may be nothing is a choice with what follows. */
function firstOf(args: Value[], isNothing: (value: Value) => boolean): Value {
  const [first, ...rest] = args;
  if (!first) return absent;
  return mapArms(first, (plain) => {
    if (isNothing(plain)) return firstOf(rest, isNothing);
    if (
      plain.is !== 'unknown' ||
      plain.origin === undefined ||
      !/^(module\.\S*\.)?var\.[\w.]+$/.test(plain.origin)
    )
      return plain;
    const other = firstOf(rest, isNothing);
    if (isNothing(other)) return plain;
    return {
      is: 'oneOf',
      choice: givenChoice(plain.origin),
      arms: [
        { when: `\`${plain.origin}\` is given`, value: plain },
        { when: notGiven(plain.origin), value: other },
      ],
    };
  });
}

/** Texts in, a text out; origins of unknown parts stay where they are. */
function onTexts(change: (...texts: string[]) => string): Function {
  return (args, place) => {
    const texts = args.map((each) => (each.is === 'oneOf' ? undefined : textForm(each)));
    if (args.some((each) => each.is === 'oneOf')) return overArms(args, place, onTexts(change));
    return texts.includes(undefined) ? undefined : fromText(change(...(texts as string[])), { place });
  };
}

/** A function of plain values, taken over the choices of its first argument with one. */
function overArms(args: Value[], place: Place, call: Function): Value {
  const at = args.findIndex((each) => each.is === 'oneOf');
  return mapArms(
    args[at]!,
    (plain) => call(args.with(at, plain), place, undefined as never) ?? unknown('not followed', { place }),
  );
}

function onKnown(change: (...texts: string[]) => string): Function {
  return (args, place) => {
    if (args.some((each) => each.is === 'oneOf')) return overArms(args, place, onKnown(change));
    return args.every((each) => each.is === 'known')
      ? known(change(...args.map((each) => String(each.value))), { place })
      : undefined;
  };
}

function merge(args: Value[], place: Place): Value {
  return args.reduce(
    (under, over) => combine(under, over, (a, b) => mergeTwo(a, b, place)),
    record([], { place }),
  );
}

function mergeTwo(a: Value, b: Value, place: Place): Value {
  if (isNull(b)) return a;
  if (b.is === 'unknown') return a.is === 'record' ? { ...blurred(a, b), rest: b } : b;
  if (a.is !== 'record' || b.is !== 'record') return b;
  const names = new Set(namesOf(b));
  const kept = a.entries.filter((each) => !names.has(textOf(each.name) ?? ''));
  const under = b.rest ? blurred({ ...a, entries: kept }, b.rest).entries : kept;
  return { ...record([...under, ...b.entries], { place }), rest: a.rest ?? b.rest };
}

/** What an unknown map may have replaced. */
function blurred(a: Value & { is: 'record' }, by: Unknown): Value & { is: 'record' } {
  const entries = a.entries.map(
    (each): RecordEntry => ({
      name: each.name,
      value: { ...by, name: each.value.name, entry: each.value.entry },
    }),
  );
  return { ...a, entries };
}

/** Lists one after another; `deep` also takes the lists in them apart. */
function concat(args: Value[], place: Place, deep = false): Value {
  const start: Value = list([], { place });
  return args.reduce(
    (sum, arg) => combine(sum, arg, (a, b) => (a.is === 'list' ? appended(a, b, deep) : a)),
    start,
  );
}

function appended(a: Value & { is: 'list' }, b: Value, deep: boolean): Value {
  if (isNull(b)) return a;
  if (b.is === 'unknown') return { ...a, rest: b };
  if (b.is !== 'list') return deep ? { ...a, items: [...a.items, b] } : { ...a, rest: unknown('not a list') };
  const inner = deep ? concat(b.items, a.place!, true) : b;
  if (inner.is !== 'list') return { ...a, rest: unknown('it depends on a condition', { place: a.place }) };
  return { ...a, items: [...a.items, ...inner.items], rest: a.rest ?? inner.rest ?? b.rest };
}

function lengthOf(value: Value, place: Place): Value {
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
function kept(value: Value, keep: (item: Value) => boolean): Value {
  return mapArms(value, (plain) =>
    plain.is === 'list' ? { ...plain, items: plain.items.filter(keep) } : plain,
  );
}

function format(args: Value[], place: Place): Value | undefined {
  const [pattern, ...rest] = args;
  return onTexts((text, ...values) => {
    let at = 0;
    return text.replaceAll(/%(?:%|[-+ 0]*\d*(?:\.\d+)?[a-z])/g, (verb) =>
      verb === '%%' ? '%' : (values[at++] ?? ''),
    );
  })([pattern ?? absent, ...rest], place, undefined as never);
}

function joinList(args: Value[], place: Place): Value | undefined {
  const [separator, items] = args;
  if (!separator || !items) return undefined;
  return mapArms(items, (plain) => {
    if (plain.is !== 'list' || plain.rest)
      return plain.is === 'unknown' ? plain : unknown('a list that cannot be known', { place });
    const texts = plain.items.filter(isWritten);
    if (texts.length === 0) return known('', { place });
    return (
      onTexts((by, ...each) => each.join(by))([separator, ...texts], place, undefined as never) ??
      unknown('a list that cannot be known', { place })
    );
  });
}

function one(value: Value): Value {
  return mapArms(value, (plain) => {
    if (plain.is !== 'list') return plain;
    return plain.items.find(isWritten) ?? plain.items[0] ?? plain.rest ?? known(null);
  });
}

function contains(args: Value[], place: Place): Value | undefined {
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

function lookup(args: Value[], place: Place): Value {
  const [map = absent, key = absent, standard] = args;
  return mapArms(memberOf(map, key, place), (plain) =>
    plain.is === 'absent' && standard ? standard : plain,
  );
}

function can(args: Value[], place: Place): Value {
  return mapArms(args[0] ?? absent, (plain) =>
    plain.is === 'unknown' ? plain : known(plain.is !== 'absent', { place }),
  );
}

const itself: Function = ([value]) => value;

const functions: Record<string, Function> = {
  try: (args) => firstOf(args, (value) => value.is === 'absent'),
  can,
  coalesce: (args) => firstOf(args, (value) => isNull(value) || (value.is === 'known' && value.value === '')),
  coalescelist: (args) =>
    firstOf(
      args,
      (value) => isNull(value) || (value.is === 'list' && value.items.length === 0 && !value.rest),
    ),
  merge,
  lookup,
  concat: (args, place) => concat(args, place),
  flatten: (args, place) => concat(args, place, true),
  setunion: (args, place) => concat(args, place),
  compact: ([value = absent]) =>
    kept(value, (item) => !isNull(item) && !(item.is === 'known' && item.value === '')),
  distinct: ([value = absent]) => {
    const seen = new Set<string>();
    return kept(value, (item) => {
      const text = textForm(item) ?? `${seen.size}`;
      const isNew = !seen.has(text);
      seen.add(text);
      return isNew;
    });
  },
  toset: ([value = absent], place, module) => functions.distinct!([value], place, module),
  tolist: itself,
  tomap: itself,
  sort: itself,
  sensitive: itself,
  nonsensitive: itself,
  tonumber: ([value = absent], place) =>
    mapArms(value, (plain) =>
      plain.is === 'known' && plain.value !== null ? known(Number(plain.value), { place }) : plain,
    ),
  tobool: ([value = absent]) =>
    mapArms(value, (plain) =>
      plain.is === 'known' && plain.value !== null
        ? { ...plain, value: String(plain.value) === 'true' }
        : plain,
    ),
  tostring: ([value = absent]) =>
    mapArms(value, (plain) =>
      plain.is === 'known' && plain.value !== null ? { ...plain, value: String(plain.value) } : plain,
    ),
  length: ([value = absent], place) => lengthOf(value, place),
  one: ([value = absent]) => one(value),
  element: ([of = absent, index = absent], place) =>
    of.is === 'list' && !of.rest && index.is === 'known' && of.items.length > 0
      ? of.items[Number(index.value) % of.items.length]
      : memberOf(of, index, place),
  contains,
  keys: ([value = absent]) =>
    mapArms(value, (plain) =>
      plain.is === 'record' ? { ...list(plain.entries.map((each) => each.name)), rest: plain.rest } : plain,
    ),
  values: ([value = absent]) =>
    mapArms(value, (plain) =>
      plain.is === 'record' ? { ...list(plain.entries.map((each) => each.value)), rest: plain.rest } : plain,
    ),
  zipmap: ([names = absent, values = absent], place) => {
    const [keys, given] = [itemsOf(names), itemsOf(values)];
    return {
      ...record(
        keys.items.map((name, at) => ({ name, value: given.items[at] ?? given.rest ?? absent })),
        { place },
      ),
      rest: keys.rest,
    };
  },
  format,
  join: joinList,
  replace: (args, place) =>
    onTexts((text, from, to) => (/^\/.*\/$/.test(from!) ? text! : text!.replaceAll(from!, to!)))(
      args,
      place,
      undefined as never,
    ),
  lower: onKnown((text) => text.toLowerCase()),
  upper: onKnown((text) => text.toUpperCase()),
  title: onKnown((text) => text.replaceAll(/\b\w/g, (first) => first.toUpperCase())),
  trimspace: onTexts((text) => text.trim()),
  trim: onKnown((text, set) => trimmed(trimmed(text, set!, 'start'), set!, 'end')),
  trimprefix: onTexts((text, prefix) => (text!.startsWith(prefix!) ? text!.slice(prefix!.length) : text!)),
  trimsuffix: onTexts((text, suffix) =>
    text!.endsWith(suffix!) ? text!.slice(0, text!.length - suffix!.length) : text!,
  ),
  substr: onKnown((text, offset, length) =>
    text!.slice(Number(offset), Number(length) < 0 ? undefined : Number(offset) + Number(length)),
  ),
  startswith: ([text = absent, prefix = absent], place) =>
    text.is === 'known' && prefix.is === 'known'
      ? known(String(text.value).startsWith(String(prefix.value)), { place })
      : undefined,
  split: ([by = absent, text = absent], place) => {
    const form = textForm(text);
    return by.is === 'known' && form !== undefined
      ? list(
          form.split(String(by.value)).map((each) => fromText(each, { place })),
          { place },
        )
      : undefined;
  },
  base64encode: onKnown((text) => Buffer.from(text).toString('base64')),
  base64decode: onKnown((text) => Buffer.from(text, 'base64').toString()),
  jsonencode: ([value = absent], place) => encoded(value, place),
  jsondecode: ([value = absent], place, module) => fileText.decode(value, place, module),
  yamldecode: () => undefined,
  file: ([path = absent], place, module) => fileText.read(path, place, module),
  templatefile: ([path = absent, vars = absent], place, module) =>
    templated(fileText.read(path, place, module), vars, place, module),
  templatestring: ([text = absent, vars = absent], place, module) => templated(text, vars, place, module),
  fileexists: () => undefined,
  alltrue: ([value = absent]) =>
    value.is === 'list' && !value.rest
      ? value.items.reduce(
          (sum, each) =>
            choose(
              sum,
              () => each,
              () => known(false),
            ),
          known(true),
        )
      : undefined,
  anytrue: ([value = absent]) =>
    value.is === 'list' && !value.rest
      ? value.items.reduce(
          (sum, each) =>
            choose(
              sum,
              () => known(true),
              () => each,
            ),
          known(false) as Value,
        )
      : undefined,
  range: ([end = absent], place) =>
    end.is === 'known' && Number(end.value) <= 64
      ? list(
          Array.from({ length: Number(end.value) }, (_, at) => known(at)),
          { place },
        )
      : undefined,
};

function trimmed(text: string | undefined, set: string, side: 'start' | 'end'): string {
  let rest = text ?? '';
  while (rest && set.includes(side === 'start' ? rest[0]! : rest.at(-1)!))
    rest = side === 'start' ? rest.slice(1) : rest.slice(0, -1);
  return rest;
}
