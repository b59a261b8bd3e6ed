import type { Place } from '../../model/place.ts';
import { absent, known, list, mapArms, record, type Value } from '../../model/value.ts';
import { choose, givenChoice, notGiven } from '../template/conditions.ts';
import { encoded } from '../template/json.ts';
import { itemsOf, memberOf } from '../template/members.ts';
import { fromText, textForm } from '../template/text.ts';
import { fileText, templated } from './files.ts';
import { concat, contains, isNull, kept, lengthOf, lookup, merge, one } from './functions/collections.ts';
import { format, joinList, onKnown, onTexts, type TerraformFunction, trimmed } from './functions/texts.ts';
import type { Module } from './module.ts';

/**
 * Terraform's functions, as far as they decide what a bucket, key or policy says
 * (https://developer.hashicorp.com/terraform/language/functions). One that is not here gives unknown.
 */
export function callFunction(name: string, args: Value[], place: Place, module: Module): Value | undefined {
  return functions[name.replace(/^core::/, '')]?.(args, place, module);
}

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

function can(args: Value[], place: Place): Value {
  return mapArms(args[0] ?? absent, (plain) =>
    plain.is === 'unknown' ? plain : known(plain.is !== 'absent', { place }),
  );
}

const itself: TerraformFunction = ([value]) => value;

const functions: Record<string, TerraformFunction> = {
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
