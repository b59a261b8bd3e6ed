import type { Place } from '../model/place.ts';
import { absent, known, oneOf, type RecordEntry, unknown, type Value } from '../model/value.ts';
import type { Frame } from './frame.ts';
import type { Slot } from './state.ts';
import { type Instance, type Many, many, mapThing, type Thing } from './thing.ts';

const deepest = 6;
const mostParts = 1500;

/** How deep a part stands in what is laid out, and how many more there may be: objects can hold one another. */
interface Reach {
  depth: number;
  left: { parts: number };
}

/** A thing as the plain value that facts are made of. A symbol is unknown, with its dotted name as origin. */
export function plainOf(thing: Thing, frame: Frame): Value {
  return layOut(thing, frame, { depth: 0, left: { parts: mostParts } });
}

function layOut(thing: Thing, frame: Frame, reach: Reach): Value {
  reach.left.parts -= 1;
  if (reach.left.parts < 0) return unknown('it holds too much to follow', { place: thing.place });
  switch (thing.is) {
    case 'many':
      return oneOf(
        thing.choice,
        thing.arms.map((arm) => ({ when: arm.when, value: layOut(arm.thing, frame, reach) })),
        thing.place ? { place: thing.place } : {},
      );
    case 'instance':
      return instanceValue(thing, frame, reach);
    case 'symbol': {
      const name = thing.symbol.replace(/^\*\./, '');
      return unknown(`\`${name}\` is set outside what can be seen`, {
        place: thing.place,
        origin: thing.symbol,
      });
    }
    case 'function':
    case 'class':
      return unknown('a function or class', { place: thing.place });
    default:
      return thing;
  }
}

/** What was read from an object (`cfg.mode()`), not the object itself (`builder.build()`). */
function isRead(thing: Instance): boolean {
  const last = thing.trail.at(-1);
  return (
    last !== undefined && last.args.length === 0 && !/^(to)?(build|builder|create|new|done)$/i.test(last.name)
  );
}

function instanceValue(thing: Instance, frame: Frame, reach: Reach): Value {
  const { place } = thing;
  const { entries, items, rest } = frame.state.contents(thing.id);
  if (reach.depth > deepest) return unknown('nested too deep', { place });
  if (thing.type !== undefined && isRead(thing)) {
    const words = thing.trail.map((step) => step.name).join('.');
    return unknown(`\`${words}\` of a \`${thing.type.replace(/^[*?]\.?/, '')}\``, {
      place,
      origin: `#${thing.id}.${words}`,
    });
  }
  if (thing.type !== undefined && entries.size === 0) {
    const reason = rest?.reason ?? `a \`${thing.type.replace(/^[*?]\.?/, '')}\``;
    return unknown(reason, { place, origin: rest?.origin ?? `${place.file}:${place.start}` });
  }
  const inside = { ...reach, depth: reach.depth + 1 };
  if (items) return { is: 'list', items: items.map((item) => layOut(item, frame, inside)), place, rest };
  const rows = [...entries].map(
    ([name, slot]): RecordEntry => ({
      name: known(name, slot.name ? { place: slot.name } : {}),
      value: written(slot, layOut(slot.thing, frame, inside)),
    }),
  );
  return { is: 'record', entries: rows, place, rest };
}

/** A slot's value, with the words that wrote it. */
export function slotValue(slot: Slot, frame: Frame): Value {
  return written(slot, plainOf(slot.thing, frame));
}

function written(slot: Slot, value: Value): Value {
  if (value === absent) return absent;
  return { ...value, name: slot.name ?? value.name, entry: slot.entry ?? value.entry };
}

/** An entry of an object, or of each object that it may be. */
export function entry(
  of: Thing,
  name: string,
  frame: Frame,
): { thing: Thing; name?: Place; entry?: Place } | undefined {
  if (of.is === 'many') return entryOfMany(of, name, frame);
  if (of.is !== 'instance') {
    return of.is === 'unknown'
      ? { thing: { ...of, origin: of.origin && `${of.origin}.${name}` } }
      : undefined;
  }
  const contents = frame.state.contents(of.id);
  return contents.entries.get(name) ?? (contents.rest ? { thing: contents.rest } : undefined);
}

function entryOfMany(of: Many, name: string, frame: Frame): Slot | undefined {
  const slots = of.arms.map((arm) => entry(arm.thing, name, frame));
  const written = slots.find((slot) => slot?.entry);
  if (!slots.some(Boolean)) return undefined;
  const arms = of.arms.map((arm, at) => ({ when: arm.when, thing: slots[at]?.thing ?? absent }));
  return { ...written, thing: many(of.choice, arms) };
}

/** The names of all entries that can be seen, over all arms. */
export function entryNames(of: Thing, frame: Frame): string[] {
  const names = new Set<string>();
  mapThing(of, (thing) => {
    if (thing.is === 'instance')
      for (const name of frame.state.contents(thing.id).entries.keys()) names.add(name);
    return thing;
  });
  return [...names];
}

/** Whether nothing of an object is hidden. */
export function isOpen(of: Thing, frame: Frame): boolean {
  if (of.is === 'many') return of.arms.some((arm) => isOpen(arm.thing, frame));
  return of.is !== 'instance' || frame.state.contents(of.id).rest !== undefined;
}
