import type { AnyFact, LinkedFact } from '../../model/fact.ts';
import {
  absent,
  assume,
  isWritten,
  known,
  list,
  mapArms,
  type Unknown,
  unknown,
  type Value,
} from '../../model/value.ts';
import { policyFields } from '../../policy/fields.ts';
import { fromConfiguration } from './configured.ts';
import type { LinkOptions } from './index.ts';
import { scopeOf } from './modules.ts';
import { belongings, Names, namesOf, takenBy, under } from './parts.ts';

/** The effective buckets, to be found by name. */
export interface Buckets {
  /** A bucket by how it is called in a scope, else by its name in all the world. */
  find(name: Value, scope: string | undefined): LinkedFact[] | Unknown;
}

type Bucket = LinkedFact<'bucket'>;
type Fields = Record<string, Value>;

/** Merges what all resources say of one bucket into that bucket. Parts of buckets that are not here stay by themselves. */
export function bucketsOf(facts: AnyFact[], options: LinkOptions): { facts: LinkedFact[]; buckets: Buckets } {
  const parts = facts.filter(isPart);
  const wholes = facts.filter((fact) => fact.kind === 'bucket' && !isPart(fact));
  const names = new Names();
  const effective = new Map<AnyFact, Bucket>();
  for (const whole of wholes) {
    names.add(whole, [...namesOf(whole), everyBucket]);
    effective.set(whole, { ...whole, fields: { ...whole.fields }, links: {} } as Bucket);
  }
  const merging = new Merging(effective, names);
  const left = parts.filter((part) => !merging.merge(part));
  for (const [whole, bucket] of effective) finish(bucket, whole, left);
  const merged = facts.flatMap((fact): LinkedFact[] => {
    if (isPart(fact)) return left.includes(fact) ? alone(fact) : [];
    return [effective.get(fact) ?? ({ ...fact, links: {} } as LinkedFact)];
  });
  return { facts: merged, buckets: finder([...effective.values()], names, effective, options) };
}

/** The name by which a trail means all buckets. */
const everyBucket = '*';

/** A fact that says something of a bucket which is declared elsewhere. */
function isPart(fact: AnyFact): boolean {
  return (fact.kind === 'bucket' || fact.kind === 'policy') && fact.joins?.of !== undefined;
}

class Merging {
  /** Where the encryption of a bucket is written, by the address of the resource that does. */
  private readonly encryptions = new Map<Bucket, string>();

  constructor(
    private readonly effective: Map<AnyFact, Bucket>,
    private readonly names: Names,
  ) {
    for (const bucket of effective.values()) {
      if (isWritten(bucket.fields['encryption.written'])) this.encryptions.set(bucket, `${bucket.resource}`);
    }
  }

  /** Whether the part found its bucket. */
  merge(part: AnyFact): boolean {
    const found = belongings(part, this.names);
    if (!Array.isArray(found)) return false;
    for (const { whole, holds } of found) this.into(this.effective.get(whole)!, whole, part, holds);
    return true;
  }

  private into(bucket: Bucket, whole: AnyFact, part: AnyFact, holds: Value): void {
    const fields = fieldsOf(part);
    const taken = takenBy(whole.joins?.exists);
    if (fields['encryption.written']) this.noteConflict(bucket, part, holds);
    const own = bucket.fields as Fields;
    for (const [path, value] of Object.entries(fields)) {
      const before = own[path] ?? absent;
      own[path] = under(holds, assume(value, taken), before, whole);
    }
    bucket.anchors = { ...bucket.anchors, ...part.anchors };
    bucket.joins = { ...bucket.joins, ...prefixed(part) };
  }

  /** Two configurations that are both there fight each other. */
  private noteConflict(bucket: Bucket, part: AnyFact, holds: Value): void {
    if (holds.is !== 'known' || holds.value !== true) return;
    const other = this.encryptions.get(bucket);
    const { place } = part;
    if (other) (bucket.fields as Fields).conflicts = list([known(other, { place })], { place });
    this.encryptions.set(bucket, `${part.resource}`);
  }
}

/** What a part brings for the writing of fixes, by what it configures. */
function prefixed(part: AnyFact): Record<string, Value> {
  return Object.fromEntries(Object.entries(part.joins ?? {}).filter(([name]) => name.includes(':')));
}

/** A policy's fields as those of its bucket. */
function fieldsOf(part: AnyFact): Fields {
  if (part.kind !== 'policy') return part.fields as Fields;
  const rows = Object.entries(part.fields as Fields).filter(
    ([path]) => !['type', 'bytes', 'bucket'].includes(path),
  );
  return Object.fromEntries(rows.map(([path, value]) => [`policy.${path}`, value]));
}

/** What holds of a bucket where nothing is written. */
const unwritten: Fields = {
  'encryption.written': known(false),
  'encryption.mode': known('default'),
  trail: known(false),
  ...Object.fromEntries(
    Object.entries(policyFields(undefined, { type: 'bucket' })).map(([path, value]) => [
      `policy.${path}`,
      value,
    ]),
  ),
};

/** What nothing says of a bucket that is seen in full, unless a part may belong to it whose bucket cannot be known. */
function finish(bucket: Bucket, whole: AnyFact, left: AnyFact[]): void {
  const own = bucket.fields as Fields;
  const taken = takenBy(whole.joins?.exists);
  for (const [path, value] of Object.entries(own)) own[path] = assume(value, taken);
  if (!bucket.complete) return;
  for (const part of left.filter((each) => mayBelong(each, whole))) {
    for (const path of Object.keys(fieldsOf(part))) {
      own[path] ??= unknown(`\`${part.resource}\` may belong to this bucket`, { place: part.place });
    }
  }
  for (const [path, value] of Object.entries(unwritten)) own[path] = orElse(own[path], value);
}

/** What holds where nothing is written, in each case. */
function orElse(value: Value | undefined, standard: Value): Value {
  return mapArms(value ?? absent, (plain) => (plain.is === 'absent' ? standard : plain));
}

/** A reference that cannot be followed, of the same scope. */
function mayBelong(part: AnyFact, whole: AnyFact): boolean {
  const of = part.joins?.of;
  if (scopeOf(part) !== scopeOf(whole) || !of) return false;
  return isOpen(of);
}

function isOpen(of: Value): boolean {
  if (of.is === 'oneOf') return of.arms.some((arm) => isOpen(arm.value));
  if (of.is === 'unknown') return true;
  return of.is === 'known' && /⟨(module\.\S+\.)?(var|local|each|module)\b[^⟩]*⟩/.test(String(of.value));
}

/** A part whose bucket is not here: a bucket of which only this is seen. */
function alone(part: AnyFact): LinkedFact[] {
  const fact = { ...part, complete: false, links: {} } as LinkedFact;
  return Object.keys(part.fields).length === 0 ? [] : [fact];
}

function finder(all: Bucket[], names: Names, effective: Map<AnyFact, Bucket>, options: LinkOptions): Buckets {
  const byName = new Map<string, Bucket[]>();
  for (const bucket of all) {
    for (const name of namesOf(bucket as AnyFact))
      if (!name.includes('⟨')) byName.set(name, [...(byName.get(name) ?? []), bucket]);
  }
  return {
    find: (name, scope) => {
      const text = name.is === 'known' ? String(name.value) : name.is === 'unknown' ? name.origin : undefined;
      if (text === undefined) return unknown('which bucket this is cannot be known', { place: name.place });
      const near = names.find(scope, text).map((each) => effective.get(each)!);
      const found = near.length > 0 ? near : name.is === 'known' ? (byName.get(text) ?? []) : [];
      if (found.length === 1) return found;
      if (found.length > 1) return unknown(`several templates declare ${text}`);
      return (
        fromConfiguration(text, options) ??
        unknown(`no bucket ${text} is declared here`, { place: name.place })
      );
    },
  };
}
