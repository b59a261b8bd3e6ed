import { type Unknown, unknown } from '../model/value.ts';
import { shorten } from './choices.ts';
import { evaluate } from './expressions.ts';
import type { Entry, Expression, RecordExpression, Spread } from './form.ts';
import { type Frame, make } from './frame.ts';
import { callFunction } from './functions.ts';
import { literalName } from './members.ts';
import type { Contents, Slot } from './state.ts';
import { type Instance, many, pathOf, type Thing } from './thing.ts';

export function isSpread(item: Expression | Entry | Spread): item is Spread {
  return 'spread' in item;
}

/** Makes the object that a literal describes. */
export function layRecord(expression: RecordExpression, frame: Frame): Instance {
  let contents: Contents = { entries: new Map() };
  for (const entry of expression.entries) {
    contents = isSpread(entry)
      ? layOver(contents, evaluate(entry.spread, frame), frame, words(entry, frame))
      : layEntry(contents, entry, frame);
  }
  const type = expression.type ? evaluate(expression.type, frame) : undefined;
  const more = type && type.is !== 'many' ? { type: pathOf(type) } : {};
  return make(frame, expression.place, contents, more);
}

function words(spread: Spread, frame: Frame): string {
  return shorten(frame.scope.program.text.slice(spread.place.start, spread.place.end));
}

function layEntry(contents: Contents, entry: Entry, frame: Frame): Contents {
  const name = literalName(evaluate(entry.name, frame));
  let thing = evaluate(entry.value, frame);
  if (entry.getter && thing.is === 'function') thing = callFunction(thing, [], frame, entry.place);
  if (name === undefined) {
    return { ...contents, rest: unknown('an entry whose name cannot be known', { place: entry.name.place }) };
  }
  return withSlot(contents, name, { thing, name: entry.name.place, entry: entry.place });
}

export function withSlot(contents: Contents, name: string, slot: Slot): Contents {
  const entries = new Map(contents.entries);
  entries.delete(name);
  entries.set(name, slot);
  return { ...contents, entries };
}

/** Lays the entries of `over` upon those of an object: spread, `Object.assign`, `update`, `merge`. */
export function layOver(contents: Contents, over: Thing, frame: Frame, said: string): Contents {
  if (over.is === 'many') return layArms(contents, over, frame, said);
  if (over.is === 'absent' || over.is === 'known') return contents;
  if (over.is === 'instance' && over.type === undefined)
    return layContents(contents, frame.state.contents(over.id), said);
  const origin = over.is === 'unknown' ? over.origin : undefined;
  return hide(contents, unknown(`\`${said}\` may set it`, { place: over.place, origin }));
}

function layContents(under: Contents, over: Contents, said: string): Contents {
  const base = over.rest ? hide(under, { ...over.rest, reason: over.rest.reason || said }) : under;
  const entries = new Map(base.entries);
  for (const [name, slot] of over.entries) {
    entries.delete(name);
    entries.set(name, slot);
  }
  return { ...base, entries };
}

/** Something unknown is laid over: whatever it could carry is unknown from now on. */
export function hide(contents: Contents, rest: Unknown): Contents {
  const entries = new Map<string, Slot>();
  for (const [name, slot] of contents.entries) {
    const thing = many(`over:${rest.origin ?? `${rest.place?.file}:${rest.place?.start}`}`, [
      { when: 'it is not set again', thing: slot.thing },
      { when: 'it is set again', thing: rest },
    ]);
    entries.set(name, { ...slot, thing });
  }
  return { ...contents, entries, rest };
}

function layArms(
  contents: Contents,
  over: Extract<Thing, { is: 'many' }>,
  frame: Frame,
  said: string,
): Contents {
  const laid = over.arms.map((arm) => ({
    when: arm.when,
    contents: layOver(contents, arm.thing, frame, said),
  }));
  const names = new Set(laid.flatMap((arm) => [...arm.contents.entries.keys()]));
  const entries = new Map<string, Slot>();
  for (const name of names) {
    const slots = laid.map((arm) => arm.contents.entries.get(name));
    const written = slots.find((slot) => slot && slot !== contents.entries.get(name)) ?? slots.find(Boolean)!;
    const arms = laid.map((arm, at) => ({
      when: arm.when,
      thing: slots[at]?.thing ?? arm.contents.rest ?? ({ is: 'absent' } as const),
    }));
    entries.set(name, { ...written, thing: many(over.choice, arms) });
  }
  return { ...contents, entries, rest: laid.find((arm) => arm.contents.rest)?.contents.rest };
}
