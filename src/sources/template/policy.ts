import { known, textOf, type Value } from '../../model/value.ts';
import { type PolicyOf, policyFields } from '../../policy/fields.ts';
import { remembered } from './policy-memo.ts';
import { decodedPolicy } from './policy-text.ts';
import type { Resource } from './resource.ts';
import { nameOf, withStandIns } from './stand-ins.ts';

/** The `policy` leaves of what a policy is attached to, nothing where none is written. */
export function attachedPolicy(resource: Resource, document: Value, names: string[]): Record<string, Value> {
  const [name] = names;
  const of: PolicyOf = { type: 'bucket', ...(name !== undefined && { bucketName: known(nameOf(name)) }) };
  return prefixed(decided(resource, document, of, names));
}

export function keyPolicy(resource: Resource, document: Value, names: string[]): Record<string, Value> {
  return prefixed(decided(resource, document, { type: 'key' }, names));
}

/** The leaves of a policy without prefix. */
export function decided(
  resource: Resource,
  document: Value,
  of: PolicyOf,
  names: string[],
): Record<string, Value> {
  const policy = decodedPolicy(document, resource.words);
  if (policy.is === 'absent') return {};
  const settled = withStandIns(policy, names);
  const name = textOf(of.bucketName);
  return remembered(settled, name, of.type, () => policyFields(settled, of));
}

function prefixed(fields: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).map(([path, value]) => [`policy.${path}`, value]));
}
