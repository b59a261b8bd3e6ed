import type { Place } from '../model/place.ts';
import { type Absent, type Known, type Unknown, unknown } from '../model/value.ts';
import type { ClassStatement, FunctionForm } from './form.ts';
import type { Scope } from './scope.ts';

/** What an expression evaluates to: plain values, and the things that only running code knows. */
export type Thing = Known | Unknown | Absent | Many | Instance | FunctionThing | ClassThing | SymbolThing;

/** One of several things, by a choice. */
export interface Many {
  is: 'many';
  choice: string;
  arms: { when: string; thing: Thing }[];
  place?: Place;
}

/**
 * A mutable object: dict, list, struct, or an instance of some type. Its entries stand in the state under `id`;
 * calls of setters and builder methods are entries too. `trail` is how it was reached from its type by method
 * calls: of `s3.Bucket('b').Object('k')`, `Bucket('b')` and `Object('k')`.
 */
export interface Instance {
  is: 'instance';
  id: number;
  /** The dotted symbol of its type or maker; `?` of an unknown receiver; absent for plain records and lists. */
  type?: string;
  trail: Step[];
  /** Arguments of its construction. */
  made: EvaluatedArgument[];
  /** The class of this workspace that it is an instance of. */
  class?: ClassThing;
  /** Where it was made. */
  place: Place;
}

export interface Step {
  name: string;
  args: EvaluatedArgument[];
  /** Not called yet: a property, or a method as a value, with the arguments it was given beforehand. */
  bound?: true;
}

export interface EvaluatedArgument {
  name?: string;
  namePlace?: Place;
  thing: Thing;
  place: Place;
  /** A spread whose entries could not be laid out. */
  spread?: 'list' | 'record';
}

export interface FunctionThing {
  is: 'function';
  function: FunctionForm;
  scope: Scope;
  self?: Thing;
  place: Place;
}

export interface ClassThing {
  is: 'class';
  class: ClassStatement;
  scope: Scope;
  place: Place;
}

/** Something of another module, or of none that is known (`*.name`). */
export interface SymbolThing {
  is: 'symbol';
  symbol: string;
  place: Place;
}

export function many(choice: string, given: Many['arms'], place?: Place): Thing {
  const arms = given.map(({ when, thing }) => ({ when, thing: taken(thing, choice, when) }));
  const [first] = arms;
  if (first && arms.every((arm) => same(arm.thing, first.thing))) return first.thing;
  const made: Many = { is: 'many', choice, arms, place };
  const size = arms.reduce((sum, arm) => sum + sizeOf(arm.thing), 0);
  if (size > mostCases) return unknown('it has too many cases to follow', { place });
  sizes.set(made, size);
  return made;
}

/** Beyond these, nothing is known of a thing: choices within choices would grow without end. */
const mostCases = 64;
const sizes = new WeakMap<Many, number>();

/** How many things a thing can be. */
function sizeOf(thing: Thing): number {
  if (thing.is !== 'many') return 1;
  return sizes.get(thing) ?? thing.arms.reduce((sum, arm) => sum + sizeOf(arm.thing), 0);
}

/** What remains of a thing once one choice is made. */
function taken(thing: Thing, choice: string, when: string): Thing {
  if (thing.is !== 'many') return thing;
  const own = thing.choice === choice && thing.arms.find((arm) => arm.when === when);
  if (own) return own.thing;
  const arms = thing.arms.map((arm) => ({ when: arm.when, thing: taken(arm.thing, choice, when) }));
  return arms.every((arm, at) => arm.thing === thing.arms[at]!.thing)
    ? thing
    : many(thing.choice, arms, thing.place);
}

export function same(a: Thing, b: Thing): boolean {
  if (a === b || (a.is === 'absent' && b.is === 'absent')) return true;
  if (a.is === 'known' && b.is === 'known') return a.value === b.value && a.place?.start === b.place?.start;
  if (a.is === 'instance' && b.is === 'instance') return a.id === b.id && a.trail.length === b.trail.length;
  if (a.is === 'symbol' && b.is === 'symbol') return a.symbol === b.symbol;
  if (a.is === 'unknown' && b.is === 'unknown') return a.origin !== undefined && a.origin === b.origin;
  return false;
}

/** Applies `change` to every arm. */
export function mapThing(thing: Thing, change: (plain: Exclude<Thing, Many>) => Thing): Thing {
  if (thing.is !== 'many') return change(thing);
  return many(
    thing.choice,
    thing.arms.map((arm) => ({ when: arm.when, thing: mapThing(arm.thing, change) })),
    thing.place,
  );
}

/** All that a thing can be, without choices. */
export function armsOf(thing: Thing): Exclude<Thing, Many>[] {
  return thing.is === 'many' ? thing.arms.flatMap((arm) => armsOf(arm.thing)) : [thing];
}

/** The dotted path by which data of SDKs name a thing: its type, then the calls that led to it. */
export function pathOf(thing: Exclude<Thing, Many>): string {
  if (thing.is === 'symbol') return thing.symbol;
  if (thing.is === 'instance') return [thing.type ?? '', ...thing.trail.map((step) => step.name)].join('.');
  return '?';
}

/** The words that made a thing. */
export function placeOf(thing: Thing): Place | undefined {
  return thing.place;
}
