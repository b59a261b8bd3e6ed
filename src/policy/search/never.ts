import type { Condition } from '../form.ts';
import { startOf } from './find.ts';
import { solve, TooHard } from './solve.ts';
import type { Ask, Claim, World } from './world.ts';

/** Why no request can meet a statement, and the condition that tells; undefined where one may. */
export interface Never {
  reason: string;
  condition?: Condition;
}

export function neverMatches(world: World, { asks, statement }: Claim): Never | undefined {
  // Of an identity's policy only what concerns keys is followed; its other statements are about other services.
  if (world.policy.type === 'identity') return undefined;
  if (world.dimensions.some(({ incomplete }) => incomplete) || statement.value.is === 'unknown')
    return undefined;
  const met = (some: Ask[]) => canMeet(world, some);
  if (met(asks)) return undefined;
  const where = asks.filter(({ part }) => part.of === 'action' || part.of === 'resource');
  if (!met(where)) return { reason: 'its actions and its resources do not meet' };
  const conditions = asks.filter(({ part }) => part.of === 'condition');
  for (const ask of conditions) {
    if (!met([ask])) return { reason: aloneNever(ask), condition: conditionOf(ask) };
    if (!met([...where, ask])) {
      return {
        reason: `no request of these actions has this ${conditionOf(ask).key}`,
        condition: conditionOf(ask),
      };
    }
  }
  const condition = conditions.at(-1);
  if (!met(conditions))
    return { reason: 'its conditions contradict each other', condition: conditionOf(condition!) };
  return {
    reason: 'no request meets all of it at once',
    ...(condition ? { condition: conditionOf(condition) } : {}),
  };
}

const conditionOf = ({ part }: Ask) => (part as Extract<Ask['part'], { of: 'condition' }>).condition;

function aloneNever(ask: Ask): string {
  const { operator, key, terms } = conditionOf(ask);
  if (operator.base === 'Null') {
    return terms[0]?.text === 'true' ? `${key} is there in every request` : `${key} is there in no request`;
  }
  return `no request has a value of ${key} that meets ${operator.name}`;
}

function canMeet(world: World, asks: Ask[]): boolean {
  const domains = startOf(world, {});
  for (const ask of asks) domains[ask.variable]! &= ask.possible;
  try {
    return solve(domains, world.impossible) !== undefined;
  } catch (error) {
    if (error instanceof TooHard) return true;
    throw error;
  }
}
