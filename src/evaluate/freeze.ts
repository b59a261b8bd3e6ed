import type { Frame } from './frame.ts';
import type { Contents, State } from './state.ts';
import { type Instance, mapThing, type Thing } from './thing.ts';

/** A thing with all that it holds at one moment, to be brought back in another state. */
export interface Frozen {
  thing: Thing;
  heap: Map<number, Contents>;
}

export function freeze(thing: Thing, state: State): Frozen {
  const heap = new Map<number, Contents>();
  collect(thing, state, heap);
  return { thing, heap };
}

function collect(thing: Thing, state: State, heap: Map<number, Contents>): void {
  if (thing.is === 'many') {
    for (const arm of thing.arms) collect(arm.thing, state, heap);
    return;
  }
  if (thing.is !== 'instance' || heap.has(thing.id)) return;
  const contents = state.contents(thing.id);
  heap.set(thing.id, contents);
  for (const slot of contents.entries.values()) collect(slot.thing, state, heap);
  for (const item of contents.items ?? []) collect(item, state, heap);
}

/** Brings a frozen thing back as a copy of its own. */
export function thaw(frozen: Frozen, frame: Frame): Thing {
  const ids = new Map([...frozen.heap.keys()].map((id) => [id, frame.run.next()]));
  const renew = (thing: Thing): Thing =>
    mapThing(thing, (plain) =>
      plain.is === 'instance' ? ({ ...plain, id: ids.get(plain.id) ?? plain.id } satisfies Instance) : plain,
    );
  for (const [id, contents] of frozen.heap) {
    const entries = new Map(
      [...contents.entries].map(([name, slot]) => [name, { ...slot, thing: renew(slot.thing) }]),
    );
    const items = contents.items?.map(renew);
    frame.state.put(ids.get(id)!, { entries, items, rest: contents.rest });
  }
  return renew(frozen.thing);
}
