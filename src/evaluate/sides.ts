import { type Condition, truth } from './choices.ts';
import type { State } from './state.ts';
import { armsOf, many, type Thing } from './thing.ts';

/** Which side a plain value takes in a test; undefined where only running tells. */
type Holds = (thing: Thing) => boolean | undefined;

function isDecidable(tested: Thing, holds: Holds): boolean {
  return armsOf(tested).some((arm) => holds(arm) !== undefined);
}

/**
 * What a test gives. Where what is tested is one of several, each of these that is decided takes its own side,
 * so that `if (sse)` never holds for the `sse` that is not there; the others hang on the condition.
 */
export function sided(
  tested: Thing,
  condition: Condition,
  yes: Thing,
  no: Thing,
  holds: Holds = truth,
): Thing {
  if (tested.is === 'many' && isDecidable(tested, holds)) {
    const arms = tested.arms.map(({ when, thing }) => ({
      when,
      thing: sided(thing, condition, yes, no, holds),
    }));
    return many(tested.choice, arms);
  }
  const decided = tested.is === 'many' ? undefined : holds(tested);
  if (decided !== undefined) return decided ? yes : no;
  return many(condition.choice, [
    { when: condition.yes, thing: yes },
    { when: condition.no, thing: no },
  ]);
}

/** The same for what the two sides of a branch left behind. */
export function sidedState(tested: Thing, condition: Condition, yes: State, no: State, before: State): State {
  const decided = tested.is === 'many' ? undefined : truth(tested);
  if (decided !== undefined) return decided ? yes : no;
  const after = before.fork();
  if (tested.is === 'many' && isDecidable(tested, truth)) {
    const arms = tested.arms.map(({ when, thing }) => ({
      when,
      state: sidedState(thing, condition, yes, no, before),
    }));
    after.join(tested.choice, arms);
  } else {
    after.join(condition.choice, [
      { when: condition.yes, state: yes },
      { when: condition.no, state: no },
    ]);
  }
  return after;
}
