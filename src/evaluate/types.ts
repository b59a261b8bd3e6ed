import type { Place } from '../model/place.ts';
import type { Unknown } from '../model/value.ts';
import { selfOf } from './classes.ts';
import { evaluate } from './expressions.ts';
import type { Expression } from './form.ts';
import { type Frame, make } from './frame.ts';
import { pathOf, type Thing } from './thing.ts';

/** What is known of a value by its declared type alone: an object of that type whose entries cannot be seen. */
export function typed(type: Expression | undefined, frame: Frame, place: Place, open: Unknown): Thing {
  if (!type) return open;
  const thing = evaluate(type, frame);
  if (thing.is === 'class') return selfOf(thing, frame);
  if (thing.is !== 'symbol') return open;
  return make(frame, place, { entries: new Map(), rest: open }, { type: pathOf(thing) });
}
