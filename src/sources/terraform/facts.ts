import type { AnyFact } from '../../model/fact.ts';
import type { Resource } from '../template/resource.ts';
import { bucketFacts } from './facts/bucket.ts';
import { clientFacts } from './facts/client.ts';
import { keyFacts } from './facts/key.ts';
import { moduleFacts } from './facts/module.ts';
import { objectFacts } from './facts/object.ts';
import { sinkFacts } from './facts/sink.ts';

/** What resources of one type say. */
export type Maker = (resource: Resource) => AnyFact[];

const makers: Record<string, Maker> = {
  ...bucketFacts,
  ...keyFacts,
  ...objectFacts,
  ...clientFacts,
  ...sinkFacts,
  ...moduleFacts,
};

export function wanted(type: string): boolean {
  return type in makers;
}

export function factsOf(resource: Resource): AnyFact[] {
  return makers[resource.type]?.(resource) ?? [];
}
