import type { Place } from '../model/place.ts';
import { textOf, type Value } from '../model/value.ts';
import type { Policy, PolicyType } from './form.ts';
import { readJson } from './json.ts';
import { namesPrincipals, readPolicy } from './read.ts';

/** A policy read from text, or why it is none: never both. */
export type Document =
  | { policy: Policy; type: PolicyType }
  | { faults: { message: string; place?: Place }[] };

export function documentOf(text: string, file: string): Document {
  const { value, faults } = readJson(text, file);
  return faults.length > 0 ? { faults } : documentOfValue(value);
}

export function documentOfValue(value: Value): Document {
  const type = typeByWords(value);
  const policy = readPolicy(value, type);
  if (policy.faults.length === 0) return { policy, type };
  return {
    faults: policy.faults.map(({ message, at }) => ({ message, ...(at.place ? { place: at.place } : {}) })),
  };
}

/** A key's policy speaks of KMS alone; an identity's names no principals. */
function typeByWords(value: Value): PolicyType {
  if (!namesPrincipals(value)) return 'identity';
  const actions = textsOf(value, 'Action');
  return actions.length > 0 && actions.every((action) => /^kms:/i.test(action)) ? 'key' : 'bucket';
}

function textsOf(value: Value, name: string, inside = false): string[] {
  if (value.is === 'list') return value.items.flatMap((item) => textsOf(item, name, inside));
  if (value.is === 'record') {
    return value.entries.flatMap((entry) =>
      textsOf(entry.value, name, inside || textOf(entry.name) === name),
    );
  }
  const text = inside ? textOf(value) : undefined;
  return text === undefined ? [] : [text];
}
