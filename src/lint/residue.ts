import type { AnyFact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import type { Value } from '../model/value.ts';

/** The facts none of whose words stand in facts that were read before. */
export function residue(facts: AnyFact[], before: AnyFact[]): AnyFact[] {
  const taken = before.flatMap(wordsOf);
  return facts.filter((fact) => !wordsOf(fact).some((place) => taken.some((other) => overlap(place, other))));
}

function wordsOf(fact: AnyFact): Place[] {
  return Object.values(fact.fields as Record<string, Value>).flatMap(placesIn);
}

/** Names and values of a leaf, and of all that is in it. */
function placesIn(value: Value): Place[] {
  const own = [value.name, value.place].filter((place) => place !== undefined);
  if (value.is === 'oneOf') return [...own, ...value.arms.flatMap((arm) => placesIn(arm.value))];
  if (value.is === 'list') return value.items.flatMap(placesIn);
  if (value.is === 'record')
    return value.entries.flatMap((entry) => [...placesIn(entry.name), ...placesIn(entry.value)]);
  return own;
}

function overlap(a: Place, b: Place): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}
