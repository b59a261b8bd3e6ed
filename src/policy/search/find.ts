import { type Unknown, unknown } from '../../model/value.ts';
import type { Request } from '../form.ts';
import type { Option } from './dimension.ts';
import { type Clause, firstSolution, type Literal, TooHard } from './solve.ts';
import { type Ask, bits, type Claim, requestOf, type World } from './world.ts';

/** What is looked for. */
export interface Goal {
  /** The requests in question, by the dimension that an option belongs to. */
  fits?: (option: Option, dimension: string) => boolean;
  /** Only what these parts of statements ask for. */
  within?: Ask[];
  /** It has to be allowed by this policy; otherwise it is enough that it is not denied. */
  allowed?: boolean;
  /** Statements that are taken not to be there. */
  without?: Claim[];
}

/** A request, none, or why it cannot be known whether there is one. */
export type Answer = { request: Request } | { none: true } | { doubt: Unknown };

/** Looks for a request that gets through. What is certain is said before what is only possible. */
export function find(world: World, goal: Goal): Answer {
  try {
    const certain = choose(world, goal, true);
    if (certain) return { request: requestOf(optionsOf(world, certain)) };
    const possible = choose(world, goal, false);
    if (possible) return { doubt: doubtOf(world, possible) };
  } catch (error) {
    if (error instanceof TooHard) return { doubt: unknown('the policy has too many cases to decide') };
    throw error;
  }
  const incomplete = world.dimensions.find((dimension) => dimension.incomplete)?.incomplete;
  return incomplete ? { doubt: unknown(incomplete) } : { none: true };
}

function choose(world: World, goal: Goal, certain: boolean): number[] | undefined {
  const claims = world.claims.filter((claim) => !goal.without?.includes(claim));
  const denials = claims.filter(({ statement }) => statement.effect !== 'Allow');
  const counted = certain ? denials : denials.filter(({ statement }) => statement.effect === 'Deny');
  const clauses = [
    ...world.impossible,
    ...counted.map((claim) => clauseOf(claim, certain ? 'possible' : 'certain')),
  ];
  if (certain && world.policy.rest) return undefined;
  const start = narrowed(startOf(world, goal), goal.within ?? [], certain ? 'certain' : 'possible');
  if (!goal.allowed) return firstSolution(start, clauses);
  const allows = claims.filter(
    ({ statement: { effect } }) => effect === 'Allow' || (!certain && effect !== 'Deny'),
  );
  if (!certain && world.policy.rest) return firstSolution(start, clauses);
  for (const { asks } of allows) {
    const found = firstSolution(narrowed(start, asks, certain ? 'certain' : 'possible'), clauses);
    if (found) return found;
  }
  return undefined;
}

export function startOf({ dimensions }: World, { fits }: Goal): bigint[] {
  return dimensions.map(({ name, options }) => {
    const names = name.split(' ');
    return bits(options, (option) => !fits || names.every((each) => fits(option, each)));
  });
}

export function narrowed(domains: bigint[], asks: Ask[], how: 'certain' | 'possible'): bigint[] {
  const next = [...domains];
  for (const ask of asks) next[ask.variable]! &= ask[how];
  return next;
}

/** All that a statement asks for, one literal a dimension. */
export function clauseOf({ asks }: Claim, how: 'certain' | 'possible'): Clause {
  const masks = new Map<number, bigint>();
  for (const ask of asks) masks.set(ask.variable, (masks.get(ask.variable) ?? -1n) & ask[how]);
  return [...masks].map(([variable, mask]): Literal => ({ variable, mask }));
}

function optionsOf({ dimensions }: World, choice: number[]): Option[] {
  return dimensions.map(({ options }, at) => options[choice[at]!]!);
}

function doubtOf({ claims, policy }: World, choice: number[]): Unknown {
  if (policy.rest) return policy.rest;
  for (const { statement, asks } of claims) {
    if (typeof statement.effect === 'object') return statement.effect;
    const reached = asks.every((ask) => ask.possible & (1n << BigInt(choice[ask.variable]!)));
    const open = asks.find((ask) => ask.doubt && !(ask.certain & (1n << BigInt(choice[ask.variable]!))));
    if (reached && open?.doubt) return open.doubt;
  }
  return unknown('cannot be known');
}
