import type { AnyFact, Fact } from '../../model/fact.ts';
import type { Fault } from '../../model/finding.ts';
import { known } from '../../model/value.ts';
import { bucketFacts } from './bucket.ts';
import { Documents } from './documents.ts';
import { keyFact } from './key.ts';
import { objectFact } from './object.ts';
import type { BucketSnapshot, Missing, Snapshot } from './snapshot.ts';

/** What an account's snapshot says: facts whose places stand in rendered documents, and what could not be read. */
export interface SnapshotReading {
  facts: AnyFact[];
  faults: Fault[];
  documents: Map<string, string>;
}

export function snapshotFacts(snapshot: Snapshot): SnapshotReading {
  const documents = new Documents();
  const logTargets = new Set(snapshot.buckets.flatMap((bucket) => loggingTarget(bucket) ?? []));
  const facts = [
    ...snapshot.buckets.flatMap((bucket) =>
      bucketFacts(bucket, documents).map((fact) => withTarget(fact, logTargets)),
    ),
    ...snapshot.keys.map((key) => keyFact(key, snapshot.takenAt, documents)),
    ...snapshot.objects.map((object) => objectFact(object, documents)),
  ];
  return { facts, faults: faultsOf(snapshot), documents: documents.texts };
}

function faultsOf(snapshot: Snapshot): Fault[] {
  const of = (file: string, missing: Missing[]) => missing.map((each) => faultOf(file, each));
  return [
    ...of('aws://', snapshot.missing),
    ...snapshot.buckets.flatMap((bucket) => of(`aws://${bucket.region}/${bucket.name}`, bucket.missing)),
    ...snapshot.keys.flatMap((key) => of(`aws://${key.region}/key/${key.id}`, key.missing)),
    ...snapshot.objects.flatMap((object) =>
      of(`aws://${object.region}/${object.bucket}/${object.key}`, object.missing),
    ),
  ];
}

function faultOf(file: string, { kind, part, action, message }: Missing): Fault {
  const words = {
    denied: `${action} is missing: ${part} could not be read`,
    failed: `${part} could not be read (${action}): ${message}`,
    unsupported: `${part} is not supported here (${action}): ${message}`,
  };
  return { kind, file, message: words[kind] };
}

function loggingTarget({ logging }: BucketSnapshot): string | undefined {
  return (logging as { LoggingEnabled?: { TargetBucket?: string } } | null | undefined)?.LoggingEnabled
    ?.TargetBucket;
}

/** A bucket that another one logs to. */
function withTarget(fact: AnyFact, targets: Set<string>): AnyFact {
  if (fact.kind !== 'bucket' || !targets.has(fact.resource ?? '')) return fact;
  return {
    ...fact,
    fields: { ...(fact as Fact<'bucket'>).fields, logTarget: known('accessLog') },
  } as AnyFact;
}
