import type { Place } from '../../model/place.ts';
import { absent, known, list, mapArms, textOf, unknown, type Value } from '../../model/value.ts';
import { choose, compare, negate, truthOf } from '../template/conditions.ts';
import { encoded } from '../template/json.ts';
import { itemsOf, memberOf } from '../template/members.ts';
import { fromText, joinTexts, textForm } from '../template/text.ts';
import type { Stack } from './stack.ts';

type Intrinsic = (args: Value[], place: Place, stack: Stack) => Value | undefined;

export function callIntrinsic(name: string, args: Value[], place: Place, stack: Stack): Value | undefined {
  const result = intrinsics[name]?.(args, place, stack);
  return (
    result ??
    unknown(`\`${name}\` is not followed`, {
      place,
      origin: `${name}(${args.map((each) => textForm(each) ?? '').join()})`,
    })
  );
}

const condition = (value: Value, place: Place, stack: Stack) => truthOf(value, stack.words(place));

/** `${Name}`, `${Resource.Attribute}`, `${!Literal}`; a map beside it gives further names. */
function substitute([text = absent, names = absent]: Value[], place: Place, stack: Stack): Value | undefined {
  const words = textOf(text);
  if (words === undefined) return undefined;
  const parts: Value[] = [];
  let last = 0;
  for (const found of words.matchAll(/\$\{(!?)([^}]*)\}/g)) {
    parts.push(piece(words.slice(last, found.index), text, place));
    last = found.index + found[0].length;
    const name = found[2]!.trim();
    if (found[1]) parts.push(known(`\${${found[2]}}`));
    else parts.push(named(name, names, place, stack));
  }
  parts.push(piece(words.slice(last), text, place));
  const isAll = parts.length === 3 && textOf(parts[0]) === '' && textOf(parts[2]) === '';
  return isAll ? { ...parts[1]!, place } : joinTexts(parts, { place });
}

function piece(words: string, text: Value, place: Place): Value {
  return known(words, { place: text.place ?? place });
}

function named(name: string, names: Value, place: Place, stack: Stack): Value {
  const given = names.is === 'record' ? memberOf(names, known(name), place) : absent;
  if (given.is !== 'absent') return given;
  const dot = name.indexOf('.');
  if (dot < 0) return stack.ref(name, place);
  return stack.attribute(name.slice(0, dot), name.slice(dot + 1), place);
}

function join([by = absent, items = absent]: Value[], place: Place): Value | undefined {
  const separator = textOf(by);
  return mapArms(items, (plain) => {
    if (separator === undefined || plain.is !== 'list' || plain.rest)
      return unknown('a list that cannot be known', { place });
    const parts = plain.items.flatMap((item, at) => (at === 0 ? [item] : [known(separator), item]));
    return joinTexts(parts, { place });
  });
}

function split([by = absent, text = absent]: Value[], place: Place): Value | undefined {
  const [separator, words] = [textOf(by), textForm(text)];
  if (separator === undefined || words === undefined) return undefined;
  return list(
    words.split(separator).map((each) => fromText(each, { place })),
    { place },
  );
}

function find(args: Value[], place: Place, stack: Stack): Value | undefined {
  const at = args.slice(0, 3).findIndex((each) => each.is === 'oneOf');
  if (at >= 0)
    return mapArms(
      args[at]!,
      (plain) => find(args.with(at, plain), place, stack) ?? unknown('no such entry', { place }),
    );
  const names = args.slice(0, 3).map(textForm);
  if (names.includes(undefined)) return undefined;
  const standard = args[3] && memberOf(args[3], known('DefaultValue'), place);
  return stack.mapping(names as string[]) ?? standard;
}

const all = (args: Value[], place: Place, stack: Stack) =>
  args.reduce<Value>(
    (sum, each) =>
      choose(
        sum,
        () => condition(each, place, stack),
        () => known(false),
      ),
    known(true),
  );

const any = (args: Value[], place: Place, stack: Stack) =>
  args.reduce<Value>(
    (sum, each) =>
      choose(
        sum,
        () => known(true),
        () => condition(each, place, stack),
      ),
    known(false),
  );

const intrinsics: Record<string, Intrinsic> = {
  Ref: ([name = absent], place, stack) => stack.ref(textOf(name) ?? '', place),
  GetAtt: ([id = absent, ...rest], place, stack) =>
    stack.attribute(textOf(id) ?? '', rest.map((each) => textForm(each) ?? '').join('.'), place),
  Sub: substitute,
  Join: join,
  Split: split,
  Select: ([index = absent, items = absent], place) => memberOf(items, index, place),
  FindInMap: find,
  If: ([name = absent, then = absent, otherwise = absent], place, stack) =>
    choose(
      truthOf(stack.condition(textOf(name) ?? '', place), textOf(name) ?? ''),
      () => then,
      () => otherwise,
    ),
  Condition: ([name = absent], place, stack) => stack.condition(textOf(name) ?? '', place),
  Equals: ([a = absent, b = absent], place, stack) => compare('==', a, b, stack.words(place), place),
  Not: ([value = absent], place, stack) => negate(condition(value, place, stack)),
  And: all,
  Or: any,
  Length: ([...items]) =>
    items.length === 1 && itemsOf(items[0]!).rest
      ? undefined
      : known(items.length === 1 ? itemsOf(items[0]!).items.length : items.length),
  ToJsonString: ([value = absent], place) => encoded(value, place),
  Base64: ([value = absent]) =>
    mapArms(value, (plain) =>
      plain.is === 'known' ? known(Buffer.from(String(plain.value)).toString('base64')) : plain,
    ),
};
