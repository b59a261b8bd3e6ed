import { absent, type Value } from '../model/value.ts';

/** The choices inside a value, each with the arms it can take. */
export function choicesIn(value: Value, found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  if (value.is === 'oneOf') {
    const arms = found.get(value.choice) ?? new Set();
    found.set(value.choice, arms);
    for (const { when, value: arm } of value.arms) {
      arms.add(when);
      choicesIn(arm, found);
    }
  }
  if (value.is === 'list') for (const item of value.items) choicesIn(item, found);
  if (value.is === 'record') for (const { value: held } of value.entries) choicesIn(held, found);
  return found;
}

/** What remains of a value once choices are made, inside lists and records too. */
export function chosen(value: Value, choice: string, when: string): Value {
  const inner = (each: Value) => chosen(each, choice, when);
  if (value.is === 'oneOf') {
    if (value.choice === choice) {
      const arm = value.arms.find((each) => each.when === when);
      return arm ? inner(arm.value) : absent;
    }
    return { ...value, arms: value.arms.map((arm) => ({ ...arm, value: inner(arm.value) })) };
  }
  if (value.is === 'list') {
    return { ...value, items: value.items.map(inner).filter((item) => item.is !== 'absent') };
  }
  if (value.is === 'record') {
    return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: inner(entry.value) })) };
  }
  return value;
}
