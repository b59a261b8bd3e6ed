import type { Unknown } from '../model/value.ts';
import type { Condition, Context, Scalars, Term } from './form.ts';
import { type Comparison, comparisonOf } from './operators.ts';
import { matches } from './pattern.ts';
import { every, not, some, type Truth } from './truth.ts';
import { type LookUp, replaced } from './variables.ts';

/** Names of context keys have no case. */
export function lookUpIn(context: Context): LookUp {
  const byName = new Map<string, Context[string]>();
  for (const name in context) byName.set(name.toLowerCase(), context[name]!);
  return (key) => byName.get(key.toLowerCase());
}

/**
 * Whether one condition holds (IAM reference: conditions with multiple keys or values). An absent key fails a
 * positive operator and meets a negated one, `…IfExists` and `ForAllValues`, and fails `ForAnyValue`.
 */
export function holds(condition: Condition, lookUp: LookUp, variables: boolean): Truth {
  const { operator, terms } = condition;
  const comparison = comparisonOf(operator);
  const found = valuesOf(lookUp(condition.key));
  if (comparison.kind === 'null') {
    const wanted = String(found.length === 0);
    return some(terms, (term) => known(term, (text) => comparison.fits(wanted, text)));
  }
  if (found.length === 0) return heldByNothing(condition);
  const tests = terms.map((term) => testOf(term, comparison, lookUp, variables));
  const fitsOne = (value: Scalars) => some(tests, (test) => test(String(value)));
  const meets = operator.negated ? (value: Scalars) => not(fitsOne(value)) : fitsOne;
  const all = operator.set ? operator.set === 'ForAllValues' : operator.negated;
  return all ? every(found, meets) : some(found, meets);
}

function heldByNothing({ operator }: Condition): boolean {
  if (operator.set) return operator.set === 'ForAllValues' || operator.ifExists;
  return operator.ifExists || operator.negated;
}

function valuesOf(value: Context[string] | undefined): Scalars[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether a value of the request fits one value of the policy, prepared once. */
function testOf(term: Term, { pattern, fits }: Comparison, lookUp: LookUp, variables: boolean) {
  const { text } = term;
  if (text === undefined) return () => doubtOf(term);
  if (!pattern) return (found: string) => fits(found, text);
  const pieces = replaced(text, lookUp, variables);
  const made = pieces && pattern(pieces);
  return (found: string) => made !== undefined && matches(made, found);
}

export function known(term: Term, then: (text: string) => Truth): Truth {
  return term.text === undefined ? doubtOf(term) : then(term.text);
}

export function doubtOf({ value }: Term): Unknown {
  return value.is === 'unknown' ? value : { is: 'unknown', reason: 'cannot be known', place: value.place };
}
