import type { Place } from '../../../model/place.ts';
import { absent, isWritten, known, mapArms, unknown, type Value } from '../../../model/value.ts';
import { fromText, textForm } from '../../template/text.ts';
import type { Module } from '../module.ts';

/** Functions of texts. Origins of unknown parts stay where they are. */

/** Undefined where the function cannot say what comes out. */
export type TerraformFunction = (args: Value[], place: Place, module: Module) => Value | undefined;

/** Texts in, a text out; origins of unknown parts stay where they are. */
export function onTexts(change: (...texts: string[]) => string): TerraformFunction {
  return (args, place) => {
    const texts = args.map((each) => (each.is === 'oneOf' ? undefined : textForm(each)));
    if (args.some((each) => each.is === 'oneOf')) return overArms(args, place, onTexts(change));
    return texts.includes(undefined) ? undefined : fromText(change(...(texts as string[])), { place });
  };
}

/** A function of plain values, taken over the choices of its first argument with one. */
export function overArms(args: Value[], place: Place, call: TerraformFunction): Value {
  const at = args.findIndex((each) => each.is === 'oneOf');
  return mapArms(
    args[at]!,
    (plain) => call(args.with(at, plain), place, undefined as never) ?? unknown('not followed', { place }),
  );
}

export function onKnown(change: (...texts: string[]) => string): TerraformFunction {
  return (args, place) => {
    if (args.some((each) => each.is === 'oneOf')) return overArms(args, place, onKnown(change));
    return args.every((each) => each.is === 'known')
      ? known(change(...args.map((each) => String(each.value))), { place })
      : undefined;
  };
}

export function format(args: Value[], place: Place): Value | undefined {
  const [pattern, ...rest] = args;
  return onTexts((text, ...values) => {
    let at = 0;
    return text.replaceAll(/%(?:%|[-+ 0]*\d*(?:\.\d+)?[a-z])/g, (verb) =>
      verb === '%%' ? '%' : (values[at++] ?? ''),
    );
  })([pattern ?? absent, ...rest], place, undefined as never);
}

export function joinList(args: Value[], place: Place): Value | undefined {
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

export function trimmed(text: string | undefined, set: string, side: 'start' | 'end'): string {
  let rest = text ?? '';
  while (rest && set.includes(side === 'start' ? rest[0]! : rest.at(-1)!))
    rest = side === 'start' ? rest.slice(1) : rest.slice(0, -1);
  return rest;
}
