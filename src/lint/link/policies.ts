import type { LinkedFact } from '../../model/fact.ts';
import { known, type Value } from '../../model/value.ts';

const prefix = 'policy.';

/**
 * The policies of buckets and keys as facts of their own, so that a rule of policies is written once: the same
 * fields, places and source as in the bucket or key that they are attached to.
 */
export function attachedPolicies(facts: LinkedFact[]): LinkedFact[] {
  return facts
    .filter((fact) => fact.kind === 'bucket' || fact.kind === 'key')
    .filter((fact) => isWritten((fact.fields as Record<string, Value>)['policy.written']))
    .map(policyOf);
}

function isWritten(written: Value | undefined): boolean {
  return (
    written !== undefined && !(written.is === 'known' && written.value === false) && written.is !== 'unknown'
  );
}

function policyOf(fact: LinkedFact): LinkedFact {
  const fields = Object.entries(fact.fields as Record<string, Value>).flatMap(([path, value]) =>
    path.startsWith(prefix) ? [[path.slice(prefix.length), value] as const] : [],
  );
  const own: Record<string, Value> = { type: known(fact.kind), ...Object.fromEntries(fields) };
  return { ...fact, kind: 'policy', fields: own, links: {} };
}
