import { type EvaluatedArgument, entry, type Frame, plainOf } from '../evaluate/index.ts';
import { absent, known, list, mapArms, textOf, type Value } from '../model/value.ts';
import { headerOfMember } from './headers.ts';
import type { Input } from './input.ts';

/** The encryption headers that a presigned request pins: those that are among its parameters. */
export function signedHeaders(input: Input): Value {
  const headers = Object.entries(input.members)
    .filter(([member, value]) => headerOfMember[member] !== undefined && value.is !== 'absent')
    .map(([member, value]) => known(headerOfMember[member]!, { place: value.place }));
  return input.rest ? { ...list(headers), rest: input.rest } : list(headers);
}

/** `hoistableHeaders` of the presigner: headers that it moves into the URL. */
export function hoistedHeaders(options: EvaluatedArgument | undefined, frame: Frame): Value | undefined {
  const hoisted = options && entry(options.thing, 'hoistableHeaders', frame)?.thing;
  if (!hoisted || hoisted.is === 'absent') return undefined;
  const made = hoisted.is === 'instance' && hoisted.made[0] ? hoisted.made[0].thing : hoisted;
  return mapArms(plainOf(made, frame), (value) => {
    if (value.is !== 'list') return value.is === 'unknown' ? value : absent;
    const items = value.items.map((item) => {
      const text = textOf(item);
      return text === undefined ? item : { ...item, value: text.toLowerCase() };
    });
    return { ...value, items: items as Value[] };
  });
}
