import {
  applyTo,
  entry,
  entryNames,
  type Frame,
  type Instance,
  make,
  plainOf,
  slotValue,
  type Thing,
} from '../evaluate/index.ts';
import type { Fact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import { absent, isWritten, known, list, mapArms, type Value } from '../model/value.ts';
import type { Input } from './input.ts';
import { bare } from './members.ts';
import type { Sdk } from './sdk.ts';

/** One option of a client-side encryption client, wherever below its construction it stands. */
interface Option {
  name: string;
  value: Value;
  thing: Thing;
}

const deepest = 4;

/** A client that encrypts before it sends, as its construction and what is set on it later say. */
export function cseFact(
  client: Instance,
  place: Place,
  encrypts: { library: string; generation?: string },
  sdk: Sdk,
  frame: Frame,
  source: string,
): Fact<'cse'> {
  const generation = encrypts.generation === undefined ? absent : known(encrypts.generation, { place });
  const fields = {
    library: known(encrypts.library, { place }),
    generation,
    ...optionFields(optionsOf(client, frame), sdk),
  };
  return {
    kind: 'cse',
    resource: null,
    place,
    via: sdk.sdk,
    source,
    complete: frame.state.contents(client.id).rest === undefined,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => isWritten(value))),
    anchors: { call: place },
    joins: { self: known(client.id) },
  };
}

/** Options of client-side encryption that one call names itself: PHP's `'@SecurityProfile' => 'V3'`. */
export function cseOfCall(input: Input, place: Place, sdk: Sdk, source: string): Fact<'cse'> {
  const options = input.written.map(({ name, value }): Option => ({ name, value, thing: absent }));
  const fields = { library: known('s3-encryption-client', { place }), ...optionFields(options, sdk) };
  return {
    kind: 'cse',
    resource: null,
    place,
    via: sdk.sdk,
    source,
    complete: input.rest === undefined,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => isWritten(value))),
    anchors: { call: place },
  };
}

function optionsOf(thing: Thing, frame: Frame, depth = deepest): Option[] {
  if (depth === 0) return [];
  if (thing.is === 'function' && thing.function.params.length === 1) {
    const given = make(frame, thing.place, undefined, { type: '?options' });
    applyTo(thing, given, frame);
    return optionsOf(given, frame, depth - 1);
  }
  if (thing.is !== 'instance') return [];
  const given = [...thing.made, ...thing.trail.flatMap((step) => step.args)];
  const own = given.flatMap((arg): Option[] => {
    const inner = optionsOf(arg.thing, frame, depth - 1);
    const value = { ...plainOf(arg.thing, frame), name: arg.namePlace ?? arg.place, entry: arg.place };
    return [{ name: arg.name ?? '', value, thing: arg.thing }, ...inner];
  });
  const set = entryNames(thing, frame).flatMap((name): Option[] => {
    const slot = entry(thing, name, frame);
    if (!slot) return [];
    return [
      { name, value: slotValue(slot, frame), thing: slot.thing },
      ...optionsOf(slot.thing, frame, depth - 1),
    ];
  });
  return [...own, ...set];
}

/** What options mean, by the SDK's data: `commitment`, `algorithm`, `mode`, `switch`, `wrappingKey`, `anyKey`. */
function optionFields(options: Option[], sdk: Sdk): Record<string, Value> {
  const meanings = new Map(
    Object.entries(sdk.encryption ?? {}).map(([name, meaning]) => [bare(name), meaning]),
  );
  const modes: Value[] = [];
  const fields: Record<string, Value> = {};
  for (const option of options) {
    const meaning = meaningOf(option, meanings);
    if (meaning === 'commitment' || meaning === 'algorithm') fields[meaning] = words(option.value);
    if (meaning === 'anyKey') fields.decryptsAnyKey = option.value;
    if (meaning === 'mode') modes.push(words(option.value));
    if (meaning === 'switch') modes.push(...switched(option));
    if (meaning === 'wrappingKey') fields['wrappingKey.literal'] = literal(option);
  }
  return { ...fields, ...(modes.length > 0 && { modes: list(modes) }) };
}

/** By the option's name, or by the type of the constant that stands there: `SecurityProfile.V2AndLegacy`. */
function meaningOf({ name, value }: Option, meanings: Map<string, string>): string | undefined {
  const plain = bare(name);
  const named = meanings.get(plain) ?? meanings.get(plain.replace(/^(set|with)/, ''));
  if (named) return named;
  const type = value.is === 'unknown' ? value.origin?.split('.').at(-2) : undefined;
  return type === undefined ? undefined : meanings.get(bare(type));
}

/** A text, or the name of an enum's member. */
function words(value: Value): Value {
  return mapArms(value, (each) => {
    const last = each.is === 'unknown' ? /\.(\w+)$/.exec(each.origin ?? '')?.[1] : undefined;
    const { place, name, entry } = each;
    return last === undefined ? each : known(last, { place, name, entry });
  });
}

/** A mode that is on under the option's own name. */
function switched({ name, value }: Option): Value[] {
  if (value.is !== 'known') return value.is === 'absent' ? [] : [value];
  return value.value === true
    ? [known(name, { place: value.name ?? value.place, name: value.name, entry: value.entry })]
    : [];
}

/** A key is literal where a constant is all that it is made of. */
function literal({ value, thing }: Option): Value {
  const { place, name, entry } = value;
  if (value.is === 'known')
    return known(typeof value.value === 'string' && value.value !== '', { place, name, entry });
  const [first] = thing.is === 'instance' ? thing.made : [];
  const text =
    first?.thing.is === 'known' && typeof first.thing.value === 'string' && first.thing.value !== '';
  return text ? known(true, { place: first.place, name, entry }) : absent;
}
