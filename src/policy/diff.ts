import type { Policy, Request } from './form.ts';
import { clauseOf, narrowed, startOf } from './search/find.ts';
import type { Setting } from './search/setting.ts';
import { type Clause, firstSolution, TooHard } from './search/solve.ts';
import { type Claim, claimOf, requestOf, type World, worldOf } from './search/world.ts';

export type ChangeKind = 'newlyAllowed' | 'noLongerAllowed' | 'newlyDenied' | 'noLongerDenied';

/** A request that two policies judge differently; `statement`: the index of the one that makes the difference. */
export interface Difference {
  change: ChangeKind;
  statement: number;
  request: Request;
}

interface Side {
  allows: Claim[];
  denials: Claim[];
}

/** For each statement of either policy the first request on whose fate it makes them differ. */
export function differences(before: Policy, after: Policy, setting: Setting = {}): Difference[] {
  const variables = before.variables || after.variables;
  const world = worldOf(
    { ...after, variables, statements: [...before.statements, ...after.statements] },
    setting,
  );
  const old = sideOf(before, world);
  const next = sideOf(after, world);
  return [
    ...allowedOnly(world, next, old, 'newlyAllowed'),
    ...allowedOnly(world, old, next, 'noLongerAllowed'),
    ...deniedOnly(world, next, old, 'newlyDenied'),
    ...deniedOnly(world, old, next, 'noLongerDenied'),
  ];
}

function sideOf(policy: Policy, { dimensions }: World): Side {
  const claims = policy.statements.map((statement) => claimOf(statement, policy, dimensions));
  return {
    allows: claims.filter(({ statement }) => statement.effect === 'Allow'),
    denials: claims.filter(({ statement }) => statement.effect === 'Deny'),
  };
}

const clauses = (claims: Claim[]): Clause[] => claims.map((claim) => clauseOf(claim, 'possible'));

/** Allowed by one policy, and by the other denied or not allowed. */
function allowedOnly(world: World, one: Side, other: Side, change: ChangeKind): Difference[] {
  return one.allows.flatMap((allow) => {
    const free = clauses(one.denials);
    const ways: [Claim[], Clause[]][] = [
      [[allow], [...free, ...clauses(other.allows)]],
      ...other.denials.map((denial): [Claim[], Clause[]] => [[allow, denial], free]),
    ];
    return firstOf(world, ways, allow, change);
  });
}

/** Denied by one policy, and not by the other. */
function deniedOnly(world: World, one: Side, other: Side, change: ChangeKind): Difference[] {
  return one.denials.flatMap((denial) =>
    firstOf(world, [[[denial], clauses(other.denials)]], denial, change),
  );
}

function firstOf(
  world: World,
  ways: [Claim[], Clause[]][],
  { statement }: Claim,
  change: ChangeKind,
): Difference[] {
  for (const [matched, free] of ways) {
    const start = matched.reduce(
      (domains, { asks }) => narrowed(domains, asks, 'certain'),
      startOf(world, {}),
    );
    const choice = solved(start, [...world.impossible, ...free]);
    if (!choice) continue;
    const request = requestOf(world.dimensions.map(({ options }, at) => options[choice[at]!]!));
    return [{ change, statement: statement.index, request }];
  }
  return [];
}

function solved(start: bigint[], clauses: Clause[]): number[] | undefined {
  try {
    return firstSolution(start, clauses);
  } catch (error) {
    if (error instanceof TooHard) return undefined;
    throw error;
  }
}
