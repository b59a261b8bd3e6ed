import type { AnyFact, LinkedFact } from '../../model/fact.ts';
import { absent, assume, list, textOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { scopeOf } from './modules.ts';
import { belongings, Names, namesOf, takenBy, under } from './parts.ts';

type Fields = Record<string, Value>;

/** Gives keys their separate policies and aliases, and links buckets to the key of their default encryption. */
export function keysOf(facts: AnyFact[]): { facts: AnyFact[]; link(linked: LinkedFact[]): void } {
  const names = new Names();
  const merged = new Map<AnyFact, AnyFact>();
  for (const fact of facts) {
    if (fact.kind !== 'key' || fact.joins?.of) continue;
    names.add(fact);
    merged.set(fact, { ...fact, fields: { ...fact.fields } });
  }
  const parts = facts.filter((fact) => fact.kind === 'key' && fact.joins?.of);
  const left = new Set(parts.filter((part) => !merge(part, names, merged)));
  const kept = facts.flatMap((fact) => {
    if (fact.kind !== 'key') return [fact];
    if (merged.has(fact)) return [merged.get(fact)!];
    return left.has(fact) && fact.fields.aliases === undefined ? [{ ...fact, complete: false }] : [];
  });
  return { facts: kept, link: (linked) => linkKeys(linked, names, merged) };
}

function merge(part: AnyFact, names: Names, merged: Map<AnyFact, AnyFact>): boolean {
  const found = belongings(part, names);
  if (!Array.isArray(found)) return false;
  for (const { whole, holds } of found) {
    const own = merged.get(whole)!.fields as Fields;
    const taken = takenBy(whole.joins?.exists);
    for (const [path, value] of Object.entries(part.fields as Fields)) {
      own[path] =
        path === 'aliases'
          ? added(own[path], value)
          : under(holds, assume(value, taken), own[path] ?? absent, whole);
    }
    names.add(whole, namesOf(part));
  }
  return true;
}

function added(before: Value | undefined, more: Value): Value {
  return before?.is === 'list' && more.is === 'list' ? list([...before.items, ...more.items]) : more;
}

function linkKeys(linked: LinkedFact[], names: Names, merged: Map<AnyFact, AnyFact>): void {
  const byJoins = new Map(linked.filter((fact) => fact.kind === 'key').map((fact) => [fact.joins, fact]));
  const buckets = new Map<LinkedFact, LinkedFact[]>();
  for (const key of byJoins.values()) buckets.set(key, []);
  for (const bucket of linked) {
    if (bucket.kind !== 'bucket') continue;
    const keyId = (bucket.fields as Fields)['encryption.keyId'];
    bucket.links.key = keyOf(keyId, bucket, names, (whole) => byJoins.get(merged.get(whole)?.joins));
    if (Array.isArray(bucket.links.key)) for (const key of bucket.links.key) buckets.get(key)?.push(bucket);
  }
  for (const [key, users] of buckets) key.links.buckets = users;
}

function keyOf(
  keyId: Value | undefined,
  bucket: LinkedFact,
  names: Names,
  linkedOf: (whole: AnyFact) => LinkedFact | undefined,
): LinkedFact[] | Unknown {
  if (!keyId || keyId.is === 'absent') return [];
  const text = keyId.is === 'known' ? textOf(keyId) : keyId.is === 'unknown' ? keyId.origin : undefined;
  const found =
    text === undefined
      ? []
      : [text, `⟨${text}⟩`].flatMap((name) => names.find(scopeOf(bucket as AnyFact), name));
  const keys = [...new Set(found.flatMap((each) => linkedOf(each) ?? []))];
  return keys.length > 0 ? keys : unknown('the key is not declared here', { place: keyId.place });
}
