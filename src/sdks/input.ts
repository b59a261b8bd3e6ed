import {
  applyTo,
  armsOf,
  type EvaluatedArgument,
  entry,
  entryNames,
  type Frame,
  isOpen,
  make,
  plainOf,
  slotValue,
  type Thing,
} from '../evaluate/index.ts';
import type { Place } from '../model/place.ts';
import { absent, known, oneOf, type Unknown, unknown, type Value } from '../model/value.ts';
import { bare, canonical, type Members } from './members.ts';
import type { Sdk } from './sdk.ts';

/** The members of one request, as its parameters give them. */
export interface Input {
  members: Members;
  /** Set where more may be there that cannot be seen. */
  rest?: Unknown;
  /** Where a member that is not there yet can be written: the literal, builder or call. */
  place?: Place;
  /** The parameters by the names that were written, for what an SDK rejects. */
  written: { name: string; value: Value }[];
}

export function emptyInput(): Input {
  return { members: {}, written: [] };
}

/** Adds what an object's entries say. */
export function fromObject(input: Input, thing: Thing, sdk: Sdk, frame: Frame): void {
  if (thing.is === 'absent' || thing.is === 'known') return;
  if (thing.is === 'function') {
    fromObject(input, built(thing, frame), sdk, frame);
    return;
  }
  constructed(input, thing, sdk, frame);
  for (const name of entryNames(thing, frame)) {
    const slot = entry(thing, name, frame);
    if (slot) put(input, name, slot.thing, slotValue(slot, frame), sdk, frame);
  }
  if (isOpen(thing, frame)) input.rest ??= hidden(thing, frame);
  input.place ??= thing.place;
}

/** A lambda that is handed a fresh builder: `b -> b.bucket(name)`. */
function built(thing: Extract<Thing, { is: 'function' }>, frame: Frame): Thing {
  const builder = make(frame, thing.place, undefined, { type: '?builder' });
  applyTo(thing, builder, frame);
  return builder;
}

function hidden(thing: Thing, frame: Frame): Unknown {
  const value = plainOf(thing, frame);
  if (value.is === 'unknown') return value;
  if ((value.is === 'record' || value.is === 'list') && value.rest) return value.rest;
  return unknown('not all of its parameters can be seen', { place: thing.place });
}

function constructed(input: Input, thing: Thing, sdk: Sdk, frame: Frame): void {
  if (thing.is === 'instance') fromConstruction(input, thing.made, thing.type, sdk, frame);
  if (thing.is === 'many') eachArm(input, thing, (own, arm) => constructed(own, arm, sdk, frame));
}

function fromConstruction(
  input: Input,
  made: EvaluatedArgument[],
  type: string | undefined,
  sdk: Sdk,
  frame: Frame,
): void {
  const names = sdk.positional?.[type?.split('.').findLast((segment) => sdk.positional?.[segment]) ?? ''];
  made.forEach((arg, at) => {
    const name = arg.name ?? names?.[at];
    if (name !== undefined) put(input, name, arg.thing, argumentValue(arg, frame), sdk, frame);
  });
}

export function argumentValue(arg: EvaluatedArgument, frame: Frame): Value {
  const value = plainOf(arg.thing, frame);
  return value.is === 'absent' ? value : { ...value, name: arg.namePlace, entry: arg.place };
}

/** Adds one parameter under the name that is written. */
export function put(input: Input, name: string, thing: Thing, value: Value, sdk: Sdk, frame: Frame): void {
  input.written.push({ name, value });
  const expansion = sdk.expands?.[bare(name)] ?? sdk.expands?.[bare(name).replace(/^(set|with|add)/, '')];
  if (expansion) {
    expand(input, thing, expansion, sdk, frame);
    return;
  }
  const member = canonical(name, sdk.members);
  if (member !== undefined) input.members[member] = value;
}

type Expansion = NonNullable<Sdk['expands']>[string];

function expand(input: Input, thing: Thing, expansion: Expansion, sdk: Sdk, frame: Frame): void {
  if (thing.is === 'many') {
    eachArm(input, thing, (own, arm) => expand(own, arm, expansion, sdk, frame));
    return;
  }
  if (thing.is === 'function') {
    expand(input, built(thing, frame), expansion, sdk, frame);
    return;
  }
  for (const [member, value] of Object.entries(expansion.implies ?? {})) {
    const isOff = thing.is === 'absent' || (thing.is === 'known' && thing.value === false);
    if (!isOff) input.members[member] = known(value, { place: thing.place });
  }
  if (thing.is !== 'instance') {
    if (thing.is === 'unknown') input.rest ??= thing;
    return;
  }
  expansion.made?.forEach((member, at) => {
    const arg = thing.made[at];
    if (arg) input.members[member] = plainOf(arg.thing, frame);
  });
  if (expansion.entries && thing.is === 'instance')
    fromConstruction(input, thing.made, thing.type, sdk, frame);
  if (expansion.entries && isOpen(thing, frame)) input.rest ??= hidden(thing, frame);
  for (const name of entryNames(thing, frame)) {
    const slot = entry(thing, name, frame);
    const member =
      expansion.entries?.[bare(name)] ?? expansion.entries?.[bare(name).replace(/^(set|with|add)/, '')];
    if (!slot) continue;
    if (member !== undefined) input.members[member] = slotValue(slot, frame);
    else if (expansion.entries) put(input, name, slot.thing, slotValue(slot, frame), sdk, frame);
  }
}

/** Each arm says its own members; one that it does not name keeps what it was. */
function eachArm(
  input: Input,
  thing: Extract<Thing, { is: 'many' }>,
  fill: (own: Input, arm: Thing) => void,
): void {
  const arms = thing.arms.map((arm) => {
    const own = emptyInput();
    fill(own, arm.thing);
    input.rest ??= own.rest;
    return { when: arm.when, members: own.members };
  });
  for (const member of new Set(arms.flatMap((arm) => Object.keys(arm.members)))) {
    const given = arms.map(({ when, members }) => ({
      when,
      value: members[member] ?? input.members[member] ?? absent,
    }));
    const {
      place,
      name,
      entry: words,
    } = given.findLast(({ value }) => value.entry ?? value.place)?.value ?? absent;
    input.members[member] = oneOf(thing.choice, given, { place, name, entry: words });
  }
}

/** Adds a call's arguments: keywords, objects, lambdas, and positions that the data names. */
export function fromArguments(
  input: Input,
  args: EvaluatedArgument[],
  names: string[] | undefined,
  sdk: Sdk,
  frame: Frame,
): void {
  const positional = args.filter(
    (arg) => arg.name === undefined && !arg.spread && !(sdk.callbacks && arg.thing.is === 'function'),
  );
  const isObject = (arg: EvaluatedArgument) =>
    arg.thing.is === 'instance' || arg.thing.is === 'many' || arg.thing.is === 'function';
  positional.forEach((arg, at) => {
    const name = names?.[at];
    if (name !== undefined && !(at === 0 && isRequestObject(arg.thing))) {
      put(input, name, arg.thing, argumentValue(arg, frame), sdk, frame);
    } else if (at === 0 && (isObject(arg) || arg.thing.is === 'unknown')) {
      if (arg.thing.is === 'unknown') input.rest ??= arg.thing;
      else fromObject(input, arg.thing, sdk, frame);
    } else if (arg.thing.is === 'function' && names === undefined && arg.thing.function.params.length <= 1) {
      fromObject(input, arg.thing, sdk, frame);
    }
  });
  for (const arg of args) {
    if (arg.name !== undefined) put(input, arg.name, arg.thing, argumentValue(arg, frame), sdk, frame);
    if (arg.spread === 'record') fromObject(input, arg.thing, sdk, frame);
    if (arg.spread && arg.thing.is === 'unknown') input.rest ??= arg.thing;
  }
}

function isRequestObject(thing: Thing): boolean {
  return armsOf(thing).some((arm) => arm.is === 'instance' && isRequest(arm.type));
}

/** Whether a type is a request's own: `PutObjectRequest`, `s3.PutObjectInput`. */
export function isRequest(type: string | undefined): boolean {
  return type !== undefined && /(Request|Input|Args)(\b|$)/.test(type);
}
