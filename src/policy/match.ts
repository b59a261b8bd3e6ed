import { holds, known } from './condition.ts';
import type { Condition, Policy, Request, Statement, Terms } from './form.ts';
import { arnPattern, globPattern, matches } from './pattern.ts';
import { isMeant } from './principal.ts';
import { every, not, some, type Truth } from './truth.ts';
import { type LookUp, replaced } from './variables.ts';

/** What a statement asks of a request: all of it has to hold. */
export type Part =
  | { of: 'principal'; holds: (request: Request) => Truth }
  | { of: 'action'; holds: (request: Request) => Truth }
  | { of: 'resource'; terms: Terms; holds: (request: Request, lookUp: LookUp) => Truth }
  | { of: 'condition'; condition: Condition; holds: (request: Request, lookUp: LookUp) => Truth };

/** The parts of a statement. Without `Action` or `Resource` it has no effect. */
export function partsOf(statement: Statement, { variables }: Policy): Part[] {
  const { principals, actions, resources, conditions, value } = statement;
  if (value.is === 'unknown') return [{ of: 'action', holds: () => value }];
  const parts: Part[] = [
    { of: 'action', holds: ({ action }) => actions !== undefined && isAction(actions, action) },
  ];
  if (resources) {
    const meets = (request: Request, lookUp: LookUp) =>
      isResource(resources, request.resource, lookUp, variables);
    parts.push({ of: 'resource', terms: resources, holds: meets });
  } else parts.push({ of: 'action', holds: () => false });
  if (principals) {
    const meets = (request: Request) => {
      const meant = isMeant(principals, request.principal);
      return principals.negated ? not(meant) : meant;
    };
    parts.push({ of: 'principal', holds: meets });
  }
  if (!Array.isArray(conditions)) return [...parts, { of: 'action', holds: () => conditions }];
  const tests = conditions.map((condition): Part => {
    const meets = (_: Request, lookUp: LookUp) => holds(condition, lookUp, variables);
    return { of: 'condition', condition, holds: meets };
  });
  return [...parts, ...tests];
}

function isAction({ negated, items }: Terms, action: string): Truth {
  const meant = some(items, (term) => known(term, (text) => matches(globPattern(text, true), action)));
  return negated ? not(meant) : meant;
}

function isResource({ negated, items }: Terms, resource: string, lookUp: LookUp, variables: boolean): Truth {
  const meant = some(items, (term) =>
    known(term, (text) => {
      const pieces = replaced(text, lookUp, variables);
      return pieces !== undefined && matches(arnPattern(pieces, true)!, resource);
    }),
  );
  return negated ? not(meant) : meant;
}

/** Whether a statement speaks of a request. */
export function speaksOf(statement: Statement, policy: Policy, request: Request, lookUp: LookUp): Truth {
  return every(partsOf(statement, policy), (part) => part.holds(request, lookUp));
}
