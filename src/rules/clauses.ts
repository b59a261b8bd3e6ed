import type { Check, Clause, Schema } from './rule.ts';

/** All clauses that a check judges by: its own, and those of its fixes. */
export function clausesOf(check: Check): Clause[] {
  const fixes = check.fixes.flatMap((fix) => [fix.when, typeof fix.safe === 'boolean' ? [] : fix.safe]);
  return [check.when, check.require ?? [], ...check.except.map((each) => each.when), ...fixes];
}

/** The paths that a clause asks of. */
export function pathsIn(clause: Clause): string[] {
  return clause.flatMap((term) => {
    if ('any' in term) return term.any.flatMap(pathsIn);
    return term.condition.is === 'same' ? [term.path, term.condition.path] : [term.path];
  });
}

/** The JSON Schemas in a clause. */
export function schemasIn(clause: Clause): Schema[] {
  return clause.flatMap((term) => {
    if ('any' in term) return term.any.flatMap(schemasIn);
    return term.condition.is === 'schema' ? [term.condition.schema] : [];
  });
}
