import type { AnyFact } from '../../model/fact.ts';
import { textOf } from '../../model/value.ts';

/** A module that some root calls is judged with what that root gives it, not by itself as well. */
export function withoutCalled(facts: AnyFact[]): AnyFact[] {
  const called = new Set<string>();
  const seen = new Set<unknown>();
  for (const fact of facts) {
    const calls = fact.joins?.calls;
    if (calls?.is !== 'list' || seen.has(calls)) continue;
    seen.add(calls);
    for (const each of calls.items) called.add(textOf(each) ?? '');
  }
  return called.size === 0
    ? facts
    : facts.filter((fact) => !called.has(scopeOf(fact) ?? '\0') || !fact.joins?.calls);
}

export function scopeOf(fact: AnyFact): string | undefined {
  return textOf(fact.joins?.scope);
}
