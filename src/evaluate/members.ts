import type { Place } from '../model/place.ts';
import { absent, unknown } from '../model/value.ts';
import type { Frame } from './frame.ts';
import { callFunction } from './functions.ts';
import { hide, withSlot } from './lay.ts';
import { type ClassThing, type FunctionThing, type Instance, mapThing, type Thing } from './thing.ts';

/** The type of an object that asks another one for what it does not have itself: Python's `__getattr__`. */
const handedOn = '*.?other';

/** A name as text, where it can be known: `a.b`, `a['b']`, `a[0]`. */
export function literalName(thing: Thing): string | undefined {
  return thing.is === 'known' && thing.value !== null ? String(thing.value) : undefined;
}

/** What stands under a name of a thing; `place` is the words of the access. */
export function member(of: Thing, name: string | undefined, place: Place, frame: Frame): Thing {
  return mapThing(of, (thing) => {
    if (thing.is === 'instance') return ofInstance(thing, name, place, frame);
    if (thing.is === 'class') return ofClass(thing, name, place, frame);
    if (thing.is === 'symbol' && name !== undefined) {
      return { is: 'symbol', symbol: `${thing.symbol}.${name}`, place };
    }
    if (thing.is === 'unknown') {
      const origin = thing.origin && name !== undefined ? `${thing.origin}.${name}` : undefined;
      return { is: 'unknown', reason: thing.reason, origin, place };
    }
    // The value of an enum's member.
    if (thing.is === 'known' && (name === 'value' || name === 'rawValue')) return thing;
    return unknown('this member cannot be followed', { place });
  });
}

function ofInstance(of: Instance, name: string | undefined, place: Place, frame: Frame): Thing {
  const contents = frame.state.contents(of.id);
  if (name === undefined) return unknown('an index that cannot be known', { place });
  const slot = contents.entries.get(name);
  if (slot) return slot.thing;
  if (contents.items && /^\d+$/.test(name)) {
    return contents.items[Number(name)] ?? contents.rest ?? absent;
  }
  const method = of.class && findMethod(of.class, name, frame);
  if (method) {
    const bound: FunctionThing = { ...method, self: of };
    return method.function.isGetter ? callFunction(bound, [], frame, place) : bound;
  }
  if (contents.rest && of.type !== handedOn) {
    const { reason, origin } = contents.rest;
    return unknown(reason, { place, origin: origin && `${origin}.${name}` });
  }
  if (of.type === undefined && !of.class) return absent;
  return { ...of, trail: [...of.trail, { name, args: [], bound: true }], place };
}

function ofClass(of: ClassThing, name: string | undefined, place: Place, frame: Frame): Thing {
  if (name === undefined) return unknown('a member that cannot be known', { place });
  const statics = classStatics(of, frame);
  const slot = frame.state.contents(statics.id).entries.get(name);
  if (slot) return slot.thing;
  const method = findMethod(of, name, frame);
  return method ?? unknown(`\`${of.class.name}\` has no \`${name}\` that can be seen`, { place });
}

export function findMethod(of: ClassThing, name: string, frame: Frame): FunctionThing | undefined {
  const found = of.class.methods.find((method) => method.name === name && !method.isConstructor);
  if (found) return { is: 'function', function: found, scope: of.scope, self: of, place: found.place };
  for (const base of basesOf(of, frame)) {
    const inherited = findMethod(base, name, frame);
    if (inherited) return inherited;
  }
  return undefined;
}

/** The classes of this workspace that a class extends. */
export function basesOf(of: ClassThing, frame: Frame): ClassThing[] {
  return of.class.bases.flatMap((base) => {
    if (base.form !== 'reference' || base.name === of.class.name) return [];
    const cell = of.scope.find(base.name);
    const thing = cell === undefined ? undefined : frame.state.get(cell);
    return thing?.is === 'class' && thing !== of ? [thing] : [];
  });
}

/** The object that holds a class's own fields. */
export function classStatics(of: ClassThing, frame: Frame): Instance {
  const found = frame.run.statics.get(of.class);
  if (found) return found;
  const statics: Instance = { is: 'instance', id: frame.run.next(), trail: [], made: [], place: of.place };
  frame.run.statics.set(of.class, statics);
  return statics;
}

/** Writes a member: `a.b = v`, a setter, a builder method. */
export function setMember(
  of: Thing,
  name: string | undefined,
  slot: { thing: Thing; name?: Place; entry?: Place },
  frame: Frame,
): void {
  if (of.is === 'many') setInOneArm(of, name, slot, frame);
  if (of.is === 'class') setMember(classStatics(of, frame), name, slot, frame);
  if (of.is !== 'instance') return;
  const contents = frame.state.contents(of.id);
  if (name === undefined) {
    const rest = unknown('an entry whose name cannot be known', { place: slot.entry });
    frame.state.put(of.id, hide(contents, rest));
    return;
  }
  frame.state.put(of.id, withSlot(contents, name, slot));
}

/** The object is one of several: each of them may be the one that changes. */
function setInOneArm(
  of: Extract<Thing, { is: 'many' }>,
  name: string | undefined,
  slot: { thing: Thing; name?: Place; entry?: Place },
  frame: Frame,
): void {
  for (const arm of of.arms) setMember(arm.thing, name, slot, frame);
}
