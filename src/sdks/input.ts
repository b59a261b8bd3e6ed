import {
  applyTo,
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
import { known, type Unknown, unknown, type Value } from '../model/value.ts';
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
  if (thing.is === 'instance') fromConstruction(input, thing.made, thing.type, sdk, frame);
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
  for (const [member, value] of Object.entries(expansion.implies ?? {})) {
    if (thing.is !== 'absent') input.members[member] = known(value, { place: thing.place });
  }
  if (thing.is !== 'instance') {
    if (thing.is === 'unknown') input.rest ??= thing;
    return;
  }
  expansion.made?.forEach((member, at) => {
    const arg = thing.made[at];
    if (arg) input.members[member] = plainOf(arg.thing, frame);
  });
  for (const name of entryNames(thing, frame)) {
    const slot = entry(thing, name, frame);
    const member =
      expansion.entries?.[bare(name)] ?? expansion.entries?.[bare(name).replace(/^(set|with|add)/, '')];
    if (!slot) continue;
    if (member !== undefined) input.members[member] = slotValue(slot, frame);
    else if (expansion.entries) put(input, name, slot.thing, slotValue(slot, frame), sdk, frame);
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
  const positional = args.filter((arg) => arg.name === undefined && !arg.spread);
  const isObject = (arg: EvaluatedArgument) =>
    arg.thing.is === 'instance' || arg.thing.is === 'many' || arg.thing.is === 'function';
  positional.forEach((arg, at) => {
    const name = names?.[at];
    if (name !== undefined && !(at === 0 && arg.thing.is === 'instance' && isRequest(arg.thing.type))) {
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

/** Whether a type is a request's own: `PutObjectRequest`, `s3.PutObjectInput`. */
export function isRequest(type: string | undefined): boolean {
  return type !== undefined && /(Request|Input|Args)(\b|$)/.test(type);
}
