import type { AnyFact, Fact } from '../model/fact.ts';
import type { Fault } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { absent, textOf, unknown, type Value } from '../model/value.ts';
import { snapshotFacts } from '../sources/snapshot/facts.ts';
import type { Snapshot } from '../sources/snapshot/snapshot.ts';

/** One field of a bucket that a template says otherwise than the account. */
export interface Drift {
  bucket: string;
  field: string;
  /** Absent: the template says nothing, and S3's own default is another than what is live. */
  template: Value;
  live: Value;
  /** In the template. */
  place: Place;
}

/** A bucket of a template that could not be compared. */
export interface Unmatched {
  /** As the template calls it. */
  resource: string | null;
  place: Place;
  reason: string;
}

export interface Drifts {
  drifts: Drift[];
  unmatched: Unmatched[];
  /** What could not be read of the buckets that templates name. */
  faults: Fault[];
}

type Plain = string | number | boolean | null;

interface Field {
  path: string;
  /** What S3 does where nothing is written; undefined: it depends on the account, and is not compared. */
  standard?: Plain;
  /** Two spellings of one thing are the same; undefined: it cannot be known. */
  same?(a: Plain, b: Plain): boolean | undefined;
}

/** What is compared (defaults: Amazon S3 API Reference, PutBucketEncryption and PutBucketVersioning). */
const fields: Field[] = [
  { path: 'encryption.mode', standard: 'SSE-S3', same: (a, b) => modeOf(a) === modeOf(b) },
  { path: 'encryption.keyId', same: isSameKey },
  { path: 'encryption.bucketKey', standard: false },
  { path: 'encryption.blocked' },
  { path: 'versioning.status', standard: 'Unversioned' },
  { path: 'logging.target', standard: null },
  { path: 'policy.lets.http' },
  { path: 'policy.lets.oldTls' },
  { path: 'policy.lets.unencrypted' },
  { path: 'policy.lets.otherEncryption' },
  { path: 'policy.lets.foreignKey' },
  { path: 'policy.lets.sseC' },
  { path: 'policy.lets.anonymousWrite' },
  { path: 'policy.lets.anonymousRead' },
];

/** Compares buckets of one name. Only what is known on both sides can differ. */
export function driftOf(templates: AnyFact[], snapshot: Snapshot): Drifts {
  const live = snapshotFacts(snapshot);
  const byName = new Map(bucketsIn(live.facts).map((bucket) => [textOf(bucket.fields.name), bucket]));
  const names = new Set(bucketNames(templates));
  const faults = live.faults.filter(({ file }) => isOf(file, names));
  const found: Drifts = { drifts: [], unmatched: [], faults };
  for (const bucket of bucketsIn(templates)) {
    const name = textOf(bucket.fields.name);
    const twin = name === undefined ? undefined : byName.get(name);
    if (name && twin) found.drifts.push(...fields.flatMap((field) => compared(name, field, bucket, twin)));
    else {
      const reason = name ? `no bucket ${name} was found live` : 'its name cannot be known';
      found.unmatched.push({ resource: bucket.resource, place: bucket.place, reason });
    }
  }
  return found;
}

/** What could not be read of other buckets and of keys is not asked here. */
function isOf(document: string, names: Set<string>): boolean {
  const bucket = /^aws:\/\/[^/]+\/([^/]+)$/.exec(document)?.[1];
  return document === 'aws://' || (bucket !== undefined && names.has(bucket));
}

/** The names by which buckets of templates can be found live. */
export function bucketNames(templates: AnyFact[]): string[] {
  return [...new Set(bucketsIn(templates).flatMap((bucket) => textOf(bucket.fields.name) ?? []))];
}

function bucketsIn(facts: AnyFact[]): Fact<'bucket'>[] {
  return facts.filter((fact): fact is Fact<'bucket'> => fact.kind === 'bucket');
}

function compared(name: string, field: Field, bucket: Fact<'bucket'>, twin: Fact<'bucket'>): Drift[] {
  const template = fieldOf(bucket, field);
  const live = fieldOf(twin, field);
  const [wanted, real] = [plainOf(template, field), plainOf(live, field)];
  if (wanted === undefined || real === undefined) return [];
  const isSame = field.same && wanted !== real ? field.same(wanted, real) : wanted === real;
  if (isSame !== false) return [];
  return [{ bucket: name, field: field.path, template, live, place: placeIn(template) ?? bucket.place }];
}

function fieldOf({ fields: own, complete }: Fact<'bucket'>, { path }: Field): Value {
  const value = (own as Record<string, Value | undefined>)[path];
  return value ?? (complete ? absent : unknown('not all of it can be seen'));
}

function placeIn({ place, entry, name }: Value): Place | undefined {
  return place ?? entry ?? name;
}

/** A list is compared by its sorted items. */
function plainOf(value: Value, { standard }: Field): Plain | undefined {
  if (value.is === 'absent') return standard;
  if (value.is === 'known') return value.value;
  if (value.is !== 'list' || value.rest) return undefined;
  const items = value.items.map(textOf);
  return items.includes(undefined) ? undefined : items.sort().join(', ');
}

/** A bucket without a configuration gets SSE-S3 since January 2023. */
function modeOf(mode: Plain): Plain {
  return mode === 'default' ? 'SSE-S3' : mode;
}

/** An id is the end of its ARN; which key an alias names only KMS knows. */
function isSameKey(a: Plain, b: Plain): boolean | undefined {
  const [one, other] = [String(a), String(b)];
  if (one.includes('alias/') !== other.includes('alias/')) return undefined;
  const isFull = one.startsWith('arn:') === other.startsWith('arn:');
  return isFull ? one === other : endOf(one) === endOf(other);
}

function endOf(key: string): string {
  return key.replace(/^arn:[^:]*:kms:[^:]*:[^:]*:(key\/)?/, '');
}
