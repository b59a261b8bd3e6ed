import type { AnyFact, LinkedFact } from '../../model/fact.ts';

/** What the configuration says of buckets that no template here declares. */
export interface LinkOptions {
  buckets: Record<string, unknown>;
}

/** Joins the facts that belong together. */
export function link(facts: AnyFact[], _options: LinkOptions): LinkedFact[] {
  return facts.map((fact) => ({ ...fact, links: {} }));
}
