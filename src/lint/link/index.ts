import type { AnyFact, LinkedFact } from '../../model/fact.ts';
import { bucketsOf } from './buckets.ts';
import { keysOf } from './keys.ts';
import { withoutCalled } from './modules.ts';
import { attachedPolicies } from './policies.ts';
import { linkRequests } from './requests.ts';
import { linkSinks } from './sinks.ts';

/**
 * Joins the facts that belong together. Sources say in `joins`, as values:
 *
 * - `scope`: what names hold within: a root module's folder, a stack's file, a function.
 * - `id`, `names`: how the thing is called there, and by what texts others refer to it.
 * - `of`: the name of what a part belongs to: an encryption configuration's bucket, an alias's key. The parts of one
 *   bucket become one effective bucket, each field with the place that it came from.
 * - `exists`: whether it is there at all, perhaps by a choice.
 * - `bucket`: the name of the bucket that a request or sink writes to.
 * - `calls`: folders of modules that this root calls.
 * - `client`, `uploadId`: of requests in code, see `src/sdks/joins.ts`.
 */
export function link(facts: AnyFact[], options: LinkOptions): LinkedFact[] {
  const keys = keysOf(withoutCalled(facts));
  const { facts: merged, buckets } = bucketsOf(keys.facts, options);
  linkRequests(merged, buckets);
  linkSinks(merged, buckets);
  keys.link(merged);
  return [...merged, ...attachedPolicies(merged)];
}

/** What the configuration says of buckets that no template here declares. */
export interface LinkOptions {
  buckets: Record<string, unknown>;
}
