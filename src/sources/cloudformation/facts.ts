import type { AnyFact } from '../../model/fact.ts';
import type { Resource } from '../template/resource.ts';
import { bucketFacts } from './facts/bucket.ts';
import { keyFacts } from './facts/key.ts';
import { sinkFacts } from './facts/sink.ts';

/** What resources of one type say. */
export type Maker = (resource: Resource) => AnyFact[];

const makers: Record<string, Maker> = { ...bucketFacts, ...keyFacts, ...sinkFacts };

export function factsOf(resource: Resource): AnyFact[] {
  return makers[resource.type]?.(resource) ?? [];
}

export const wanted = (type: string) => type in makers;
