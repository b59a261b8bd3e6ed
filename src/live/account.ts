import type { BucketSnapshot, KeySnapshot, Missing, Snapshot } from '../sources/snapshot/snapshot.ts';
import { ask } from './ask.ts';
import { callsAtOnce, readBucket } from './bucket.ts';
import { Clients, type Connection, endpointWithoutSecrets, mostConnections } from './connection.ts';
import { readKey } from './key.ts';
import { objectsAtOnce, readObjects, type Sampling } from './objects.ts';
import { pooled } from './pool.ts';

export interface AuditScope extends Connection {
  /** Buckets by name or access point ARN; all of the account where empty. */
  buckets: string[];
  isIncluded?(bucket: string): boolean;
  /** Keys even if no bucket uses them. */
  keys?: boolean;
  sampling?: Sampling;
  /** Ages of keys count from it. */
  now: Date;
  onProgress?(done: number, total: number): void;
}

const bucketsAtOnce = mostConnections / callsAtOnce;

/** Reads an account, read-only. What cannot be read is listed, and never passes for clean. */
export async function readAccount(scope: AuditScope): Promise<Snapshot> {
  const clients = new Clients(scope);
  const missing: Missing[] = [];
  const found = await bucketsOf(scope, clients, missing);
  let done = 0;
  const buckets = await pooled(found, bucketsAtOnce, async ({ name, region }) => {
    const snapshot = await readBucket(await clients.s3(region), name, region);
    done += 1;
    scope.onProgress?.(done, found.length);
    return snapshot;
  });
  const keys = await keysOf(scope, clients, buckets, missing);
  const objects = scope.sampling ? await sampled(scope.sampling, clients, buckets) : [];
  await clients.destroy();
  const endpoint = endpointWithoutSecrets(scope);
  return { sselintSnapshot: 1, takenAt: scope.now.toISOString(), endpoint, buckets, keys, objects, missing };
}

interface Found {
  name: string;
  region: string;
}

async function bucketsOf(scope: AuditScope, clients: Clients, missing: Missing[]): Promise<Found[]> {
  const names: { name: string; region?: string }[] = scope.buckets.length
    ? scope.buckets.map((name) => ({ name }))
    : await listed(clients, missing);
  const included = names.filter(({ name }) => scope.isIncluded?.(name) ?? true);
  return pooled(included, mostConnections, async (each) => ({
    name: each.name,
    region: each.region || (await regionOf(each.name, clients)),
  }));
}

async function listed(clients: Clients, missing: Missing[]): Promise<{ name: string; region?: string }[]> {
  const s3 = await import('@aws-sdk/client-s3');
  const client = await clients.s3();
  const all: { name: string; region?: string }[] = [];
  let ContinuationToken: string | undefined;
  do {
    const token: string | undefined = ContinuationToken;
    const answer = await ask('buckets', 's3:ListAllMyBuckets', () =>
      client.send(new s3.ListBucketsCommand({ ContinuationToken: token, MaxBuckets: 1000 })),
    );
    if ('missing' in answer) missing.push(answer.missing);
    if (!('value' in answer)) break;
    for (const { Name, BucketRegion } of answer.value.Buckets ?? [])
      if (Name) all.push({ name: Name, region: BucketRegion });
    ContinuationToken = answer.value.ContinuationToken;
  } while (ContinuationToken);
  return all;
}

/** S3 tells a bucket's Region also to those who may not read it (HeadBucket). */
async function regionOf(bucket: string, clients: Clients): Promise<string> {
  const arn = /^arn:[^:]+:s3[\w-]*:([\w-]+):/.exec(bucket)?.[1];
  if (arn) return arn;
  const s3 = await import('@aws-sdk/client-s3');
  const client = await clients.s3();
  const answer = await ask('region', 's3:ListBucket', () =>
    client.send(new s3.HeadBucketCommand({ Bucket: bucket })),
  );
  return ('value' in answer && answer.value.BucketRegion) || clients.home;
}

async function keysOf(
  scope: AuditScope,
  clients: Clients,
  buckets: BucketSnapshot[],
  missing: Missing[],
): Promise<KeySnapshot[]> {
  const used = new Map<string, Found>();
  for (const bucket of buckets) {
    const name = defaultKey(bucket);
    if (name) used.set(`${bucket.region} ${name}`, { name, region: regionIn(name) ?? bucket.region });
  }
  if (scope.keys) {
    const kms = await import('@aws-sdk/client-kms');
    const client = await clients.kms();
    const answer = await ask('keys', 'kms:ListKeys', () =>
      client.send(new kms.ListKeysCommand({ Limit: 1000 })),
    );
    if ('missing' in answer) missing.push(answer.missing);
    for (const { KeyId } of 'value' in answer ? (answer.value.Keys ?? []) : []) {
      const isUsed = [...used.values()].some(({ name }) => name.endsWith(KeyId ?? ''));
      if (KeyId && !isUsed) used.set(`${clients.home} ${KeyId}`, { name: KeyId, region: clients.home });
    }
  }
  const read = await pooled([...used.values()], mostConnections, async ({ name, region }) =>
    readKey(await clients.kms(region), name, region),
  );
  return [...new Map(read.map((key) => [`${key.region} ${key.id}`, key])).values()];
}

function regionIn(key: string): string | undefined {
  return /^arn:[^:]+:kms:([\w-]+):/.exec(key)?.[1];
}

function defaultKey({ encryption }: BucketSnapshot): string | undefined {
  const rules = (
    encryption as
      | {
          ServerSideEncryptionConfiguration?: {
            Rules?: { ApplyServerSideEncryptionByDefault?: { KMSMasterKeyID?: string } }[];
          };
        }
      | null
      | undefined
  )?.ServerSideEncryptionConfiguration?.Rules;
  return rules?.[0]?.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID;
}

async function sampled(sampling: Sampling, clients: Clients, buckets: BucketSnapshot[]) {
  const each = await pooled(buckets, mostConnections / objectsAtOnce, async (bucket) => {
    const { objects, missing } = await readObjects(
      await clients.s3(bucket.region),
      bucket.name,
      bucket.region,
      sampling,
    );
    bucket.missing.push(...missing);
    return objects;
  });
  return each.flat();
}
