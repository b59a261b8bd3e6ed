import type { Place } from '../model/place.ts';
import { absent, type Unknown, unknown } from '../model/value.ts';
import { many, same, type Thing } from './thing.ts';

/** One entry of an object, with the words that wrote it. */
export interface Slot {
  thing: Thing;
  name?: Place;
  entry?: Place;
}

/** What an object holds at one moment; never changed in place. */
export interface Contents {
  entries: ReadonlyMap<string, Slot>;
  /** Of a list. */
  items?: readonly Thing[];
  /** Set where there may be more that cannot be known. */
  rest?: Unknown;
}

export const empty: Contents = { entries: new Map() };

/** The values of variables (`cells`) and objects at one moment, as changes upon an earlier state. */
export class State {
  private readonly cells = new Map<number, Thing>();
  private readonly heap = new Map<number, Contents>();

  constructor(private readonly parent?: State) {}

  fork(): State {
    return new State(this);
  }

  get(cell: number): Thing | undefined {
    return this.cells.get(cell) ?? this.parent?.get(cell);
  }

  set(cell: number, thing: Thing): void {
    this.cells.set(cell, thing);
  }

  holds(id: number): boolean {
    return this.find(id) !== undefined;
  }

  contents(id: number): Contents {
    return this.find(id) ?? empty;
  }

  private find(id: number): Contents | undefined {
    return this.heap.get(id) ?? this.parent?.find(id);
  }

  put(id: number, contents: Contents): void {
    this.heap.set(id, contents);
  }

  /** Whether an object of an earlier state was changed since the fork. */
  changed(id: number): boolean {
    return this.heap.has(id) && this.parent?.find(id) !== undefined;
  }

  /** Takes over the changes of one fork of this state. */
  adopt(fork: State): void {
    for (const [cell, thing] of fork.cells) this.cells.set(cell, thing);
    for (const [id, contents] of fork.heap) this.heap.set(id, contents);
  }

  /** Takes over what only the fork knows, so that what it returned can still be read. */
  adoptNew(fork: State): void {
    for (const [id, contents] of fork.heap) if (!this.find(id)) this.heap.set(id, contents);
  }

  /** After a branch: what the arms left differently hangs on the choice. */
  join(choice: string, arms: { when: string; state: State }[]): void {
    for (const cell of new Set(arms.flatMap((arm) => [...arm.state.cells.keys()]))) {
      const things = arms.map((arm) => ({ when: arm.when, thing: arm.state.get(cell) ?? absent }));
      this.cells.set(cell, many(choice, things));
    }
    for (const id of new Set(arms.flatMap((arm) => [...arm.state.heap.keys()]))) {
      const holders = arms.filter((arm) => arm.state.heap.has(id));
      if (holders.length === 1 && !this.find(id)) {
        this.heap.set(id, holders[0]!.state.contents(id));
        continue;
      }
      this.heap.set(
        id,
        joinContents(
          choice,
          arms.map((arm) => ({ when: arm.when, contents: arm.state.contents(id) })),
        ),
      );
    }
  }

  /** After a loop or closure: what it changed cannot be known. */
  blur(fork: State, reason: string): void {
    for (const [cell, thing] of fork.cells) {
      const before = this.get(cell);
      if (before && !same(before, thing)) this.cells.set(cell, unknown(reason));
    }
    for (const [id, contents] of fork.heap) {
      const before = this.find(id);
      this.heap.set(id, before && before !== contents ? blurContents(before, contents, reason) : contents);
    }
  }
}

function joinContents(choice: string, arms: { when: string; contents: Contents }[]): Contents {
  const names = new Set(arms.flatMap((arm) => [...arm.contents.entries.keys()]));
  const entries = new Map<string, Slot>();
  for (const name of names) {
    const slots = arms.map((arm) => arm.contents.entries.get(name));
    const things = arms.map((arm, at) => ({
      when: arm.when,
      thing: slots[at]?.thing ?? arm.contents.rest ?? absent,
    }));
    const written = slots.findLast((slot) => slot !== undefined)!;
    entries.set(name, { ...written, thing: many(choice, things) });
  }
  const items = arms.map((arm) => arm.contents.items).sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0))[0];
  const sameItems = arms.every((arm) => arm.contents.items === items);
  const rest = arms.find((arm) => arm.contents.rest)?.contents.rest;
  return {
    entries,
    items,
    rest: rest ?? (sameItems ? undefined : unknown('the list is longer in one case')),
  };
}

function blurContents(before: Contents, after: Contents, reason: string): Contents {
  const entries = new Map(before.entries);
  for (const [name, slot] of after.entries) {
    const old = before.entries.get(name);
    if (!old || !same(old.thing, slot.thing)) entries.set(name, { ...slot, thing: unknown(reason) });
  }
  const grew = before.items?.length !== after.items?.length;
  const rest = after.rest ?? before.rest ?? (grew ? unknown(reason) : undefined);
  return { entries, items: grew ? before.items : after.items, rest };
}
