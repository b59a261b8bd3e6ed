import { evaluate } from '../../src/policy/evaluate.ts';
import type { Request } from '../../src/policy/form.ts';
import { plainValue } from '../../src/policy/plain.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { goalOf } from '../../src/policy/requests.ts';
import { find } from '../../src/policy/search/find.ts';
import { worldOf } from '../../src/policy/search/world.ts';
import { type Decided, decided, type Made, type Random, randomPolicy, requestsOf } from './random.ts';
import { bucket } from './tables.ts';

export interface Disagreement {
  policy: Made;
  property: Decided;
  /** A request that gets through though the procedure finds none, or one that it wrongly shows. */
  request: Request;
  said: string;
}

/** Decides one property of one random policy both ways; undefined where they agree. */
export function disagreement(random: Random): Disagreement | undefined {
  const made = randomPolicy(random);
  const property = decided[Math.floor(random() * decided.length)]!;
  const policy = readPolicy(plainValue(made), 'bucket');
  const setting = { bucketArn: bucket, account: '111122223333' };
  const passes = (request: Request) => {
    const { verdict } = evaluate(policy, request);
    return property.startsWith('anonymous') ? verdict === 'allow' : verdict !== 'deny';
  };
  const answer = find(worldOf(policy, setting), goalOf(property, 'bucket'));
  if ('doubt' in answer) return { policy: made, property, request: {} as Request, said: answer.doubt.reason };
  if ('request' in answer) {
    return passes(answer.request)
      ? undefined
      : { policy: made, property, request: answer.request, said: 'gets through' };
  }
  for (const request of requestsOf(property)) {
    if (passes(request)) return { policy: made, property, request, said: 'nothing gets through' };
  }
  return undefined;
}
