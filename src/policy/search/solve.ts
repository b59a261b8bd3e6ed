/**
 * A small satisfiability solver over variables with few values each. A domain is a set of values as bits; a clause
 * is a conjunction that must not hold: each literal says that a variable's value is in `mask`.
 */
export interface Literal {
  variable: number;
  mask: bigint;
}

export type Clause = Literal[];
export type Domains = bigint[];

export class TooHard extends Error {}

const mostNodes = 5000;

/** Domains any choice from which breaks no clause, or undefined where there is no such choice. */
export function solve(domains: Domains, clauses: Clause[]): Domains | undefined {
  return search(domains, clauses, { nodes: 0 });
}

function search(start: Domains, clauses: Clause[], budget: { nodes: number }): Domains | undefined {
  budget.nodes += 1;
  if (budget.nodes > mostNodes) throw new TooHard('too many cases');
  const domains = [...start];
  const open = propagate(domains, clauses);
  if (!open) return undefined;
  const [first] = open.sort((a, b) => a.length - b.length);
  if (!first) return domains;
  for (const { variable, mask } of first) {
    const next = [...domains];
    next[variable]! &= ~mask;
    const found = search(next, open, budget);
    if (found) return found;
    domains[variable]! &= mask;
  }
  return undefined;
}

/** Narrows domains as far as single literals force it; the clauses that are still open, or undefined if one is broken. */
function propagate(domains: Domains, clauses: Clause[]): Clause[] | undefined {
  if (domains.some((domain) => domain === 0n)) return undefined;
  let pending = clauses;
  for (let changed = true; changed; ) {
    changed = false;
    const open: Clause[] = [];
    for (const clause of pending) {
      if (clause.some(({ variable, mask }) => (domains[variable]! & mask) === 0n)) continue;
      const ways = clause.filter(({ variable, mask }) => (domains[variable]! & ~mask) !== 0n);
      if (ways.length === 0) return undefined;
      if (ways.length > 1) open.push(ways);
      else {
        domains[ways[0]!.variable]! &= ~ways[0]!.mask;
        changed = true;
      }
    }
    pending = open;
  }
  return pending;
}

/** The solution that takes the earliest values, variable by variable; undefined where there is none. */
export function firstSolution(domains: Domains, clauses: Clause[]): number[] | undefined {
  let rest = domains;
  let solution = solve(rest, clauses);
  if (!solution) return undefined;
  return domains.map((_, variable) => {
    for (let value = 0; ; value++) {
      const only = rest[variable]! & (1n << BigInt(value));
      if (only === 0n) continue;
      const next = rest.with(variable, only);
      const found = solution![variable]! & only ? solution!.with(variable, only) : solve(next, clauses);
      if (!found) continue;
      solution = found;
      rest = next;
      return value;
    }
  });
}
