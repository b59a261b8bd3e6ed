import type { Value } from '../model/value.ts';
import { choicesOf, combinations, decisiveArms } from './choices.ts';
import { pathsIn } from './clauses.ts';
import { holds } from './condition.ts';
import type { Check } from './rule.ts';
import { find, type Scope, type Taken } from './scope.ts';
import { and, type Doubt, not, or, type Truth } from './truth.ts';
import type { World } from './world.ts';

/** How one check ended in one scope. `arms`: how a message names the choices on which it hangs. */
export type Trial =
  | { is: 'clean' }
  | { is: 'doubt'; doubt: Doubt }
  | { is: 'failed'; failures: { scope: Scope; arms: string[]; because?: string }[] };

/** Judges one check in one scope, for every combination of the choices that its paths hang on. */
export function tryCheck(check: Check, scope: Scope, world: World): Trial {
  // What is false before any choice is made is false whatever is chosen: choices not made are doubts.
  if (holds(check.when, scope, world) === false) return { is: 'clean' };
  const all = combinations(choicesOf(valuesOf(check, scope)), scope.taken);
  if (!all)
    return { is: 'doubt', doubt: { path: check.at[0] ?? '', reason: 'it hangs on too many choices' } };
  const outcomes = all.map((taken) => ({ taken, outcome: outcomeOf(check, { ...scope, taken }, world) }));
  const failed = outcomes.filter(({ outcome }) => outcome.truth === true);
  if (failed.length) {
    const fails = new Set<Taken>(failed.map(({ taken }) => taken));
    const failures = failed.map(({ taken, outcome }) => ({
      scope: { ...scope, taken },
      arms: decisiveArms(taken, all, fails),
      because: outcome.because,
    }));
    return { is: 'failed', failures };
  }
  const doubt = outcomes.map(({ outcome }) => outcome.truth).find((truth) => typeof truth !== 'boolean');
  return doubt ? { is: 'doubt', doubt: doubt as Doubt } : { is: 'clean' };
}

interface Outcome {
  /** Whether the mistake is made. */
  truth: Truth;
  /** Set where it is made and excepted. */
  because?: string;
}

function outcomeOf(check: Check, scope: Scope, world: World): Outcome {
  const when = holds(check.when, scope, world);
  if (when === false) return { truth: false };
  const truth = and([when, check.require ? not(holds(check.require, scope, world)) : true]);
  if (truth === false || !check.except.length) return { truth };
  const excepted = check.except.map((each) => ({ ...each, truth: holds(each.when, scope, world) }));
  const because = excepted.find((each) => each.truth === true)?.because;
  if (because !== undefined) return truth === true ? { truth, because } : { truth: false };
  return { truth: and([truth, not(or(excepted.map((each) => each.truth)))]) };
}

function* valuesOf(check: Check, scope: Scope): Iterable<Value> {
  for (const path of pathsOf(check)) {
    for (const found of find(scope, path)) {
      if ('value' in found) yield found.value;
      if ('group' in found) yield* found.group;
    }
  }
}

const pathsByCheck = new WeakMap<Check, Set<string>>();

function pathsOf(check: Check): Set<string> {
  const known = pathsByCheck.get(check);
  if (known) return known;
  const clauses = [check.when, check.require ?? [], ...check.except.map((each) => each.when)];
  const paths = new Set(clauses.flatMap(pathsIn));
  pathsByCheck.set(check, paths);
  return paths;
}
