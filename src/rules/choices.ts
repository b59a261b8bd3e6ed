import type { Value } from '../model/value.ts';
import type { Taken } from './scope.ts';

const mostCombinations = 64;

/** Choices by their identity, with the arms that each has. */
export type Choices = Map<string, Set<string>>;

export function choicesOf(values: Iterable<Value>): Choices {
  const choices: Choices = new Map();
  for (const value of values) collect(value, choices);
  return choices;
}

function collect(value: Value, choices: Choices): void {
  if (value.is === 'list') for (const item of value.items) collect(item, choices);
  if (value.is === 'record') for (const entry of value.entries) collect(entry.value, choices);
  if (value.is !== 'oneOf') return;
  const arms = choices.get(value.choice) ?? new Set();
  choices.set(value.choice, arms);
  for (const arm of value.arms) {
    arms.add(arm.when);
    collect(arm.value, choices);
  }
}

/** Every combination of arms, on top of those already taken; undefined where they are too many to try. */
export function combinations(choices: Choices, taken: Taken): Taken[] | undefined {
  let all: Taken[] = [taken];
  for (const [choice, arms] of choices) {
    if (taken.has(choice)) continue;
    all = all.flatMap((each) => [...arms].map((arm) => new Map([...each, [choice, arm]])));
    if (all.length > mostCombinations) return undefined;
  }
  return all;
}

/** Of a combination that fails, the arms without which it would not: those that a message names. */
export function decisiveArms(failing: Taken, all: Taken[], fails: ReadonlySet<Taken>): string[] {
  const arms: string[] = [];
  for (const [choice, arm] of failing) {
    const others = all.filter((each) => each.get(choice) !== arm && isElsewhereEqual(each, failing, choice));
    if (others.some((each) => !fails.has(each))) arms.push(arm);
  }
  return arms;
}

function isElsewhereEqual(a: Taken, b: Taken, choice: string): boolean {
  return [...b].every(([name, arm]) => name === choice || a.get(name) === arm);
}
