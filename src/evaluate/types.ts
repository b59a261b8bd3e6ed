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

/** A value that comes from where nothing can be seen is at least of the type that it is declared with. */
export function asDeclared(thing: Thing, type: Expression | undefined, frame: Frame): Thing {
  if (!type) return thing;
  if (thing.is === 'unknown') {
    const declared = thing.place && typed(type, frame, thing.place, thing);
    return declared?.is === 'instance' ? declared : thing;
  }
  const { rest } = thing.is === 'instance' ? frame.state.contents(thing.id) : {};
  if (thing.is !== 'instance' || thing.class || !rest || isFromAws(thing.type)) return thing;
  const declared = typed(type, frame, thing.place, rest);
  return declared.is === 'instance' ? declared : thing;
}

/** An object of an SDK says itself what it is. */
function isFromAws(type: string | undefined): boolean {
  return type !== undefined && /aws|amazon/i.test(type);
}
