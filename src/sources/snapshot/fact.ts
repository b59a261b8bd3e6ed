import type { AnyFact } from '../../model/fact.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Place } from '../../model/place.ts';
import { known, type Unknown, unknown, type Value } from '../../model/value.ts';
import type { Missing } from './snapshot.ts';

/** A fact of something live: complete, but for the parts that could not be read, which are unknown. */
export function liveFact(
  kind: Kind,
  resource: string,
  place: Place,
  fields: Record<string, Value>,
  joins: Record<string, Value>,
): AnyFact {
  const seen = Object.entries(fields).filter(([, value]) => value.is !== 'absent');
  return {
    kind,
    resource,
    place,
    via: 'aws',
    complete: true,
    fields: Object.fromEntries(seen),
    source: 'snapshot',
    joins: { scope: known('aws'), id: known(resource), ...joins },
  } as AnyFact;
}

export function missingPart(missing: Missing[], part: string): Unknown | undefined {
  const found = missing.find((each) => each.part === part);
  return found && unknown(`${found.action} ${found.kind === 'denied' ? 'is missing' : found.message}`);
}

/** One unknown for several leaves of a group. */
export function prefixed(group: string, leaves: string[], value: Value): Record<string, Value> {
  return Object.fromEntries(leaves.map((leaf) => [`${group}.${leaf}`, value]));
}
