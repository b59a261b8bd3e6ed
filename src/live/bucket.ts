import type { S3Client } from '@aws-sdk/client-s3';
import type { BucketSnapshot } from '../sources/snapshot/snapshot.ts';
import { ask } from './ask.ts';
import { pooled } from './pool.ts';

type S3 = typeof import('@aws-sdk/client-s3');
type Part = Exclude<keyof BucketSnapshot, 'name' | 'region' | 'directory' | 'missing'>;

interface Reading {
  part: Part;
  /** The IAM action that the call needs (Service Authorization Reference, Amazon S3). */
  action: string;
  call(s3: S3, client: S3Client, Bucket: string): Promise<unknown>;
}

/** What is read of every bucket, one row a call. */
export const bucketReadings: Reading[] = [
  {
    part: 'encryption',
    action: 's3:GetEncryptionConfiguration',
    call: (s3, client, Bucket) => client.send(new s3.GetBucketEncryptionCommand({ Bucket })),
  },
  {
    part: 'policy',
    action: 's3:GetBucketPolicy',
    call: async (s3, client, Bucket) =>
      JSON.parse((await client.send(new s3.GetBucketPolicyCommand({ Bucket }))).Policy ?? 'null'),
  },
  {
    part: 'policyStatus',
    action: 's3:GetBucketPolicyStatus',
    call: (s3, client, Bucket) => client.send(new s3.GetBucketPolicyStatusCommand({ Bucket })),
  },
  {
    part: 'versioning',
    action: 's3:GetBucketVersioning',
    call: (s3, client, Bucket) => client.send(new s3.GetBucketVersioningCommand({ Bucket })),
  },
  {
    part: 'replication',
    action: 's3:GetReplicationConfiguration',
    call: (s3, client, Bucket) => client.send(new s3.GetBucketReplicationCommand({ Bucket })),
  },
  {
    part: 'logging',
    action: 's3:GetBucketLogging',
    call: (s3, client, Bucket) => client.send(new s3.GetBucketLoggingCommand({ Bucket })),
  },
  {
    part: 'lifecycle',
    action: 's3:GetLifecycleConfiguration',
    call: (s3, client, Bucket) => client.send(new s3.GetBucketLifecycleConfigurationCommand({ Bucket })),
  },
  {
    part: 'objectLock',
    action: 's3:GetBucketObjectLockConfiguration',
    call: (s3, client, Bucket) => client.send(new s3.GetObjectLockConfigurationCommand({ Bucket })),
  },
  {
    part: 'publicAccessBlock',
    action: 's3:GetBucketPublicAccessBlock',
    call: (s3, client, Bucket) => client.send(new s3.GetPublicAccessBlockCommand({ Bucket })),
  },
  {
    part: 'tags',
    action: 's3:GetBucketTagging',
    call: (s3, client, Bucket) => client.send(new s3.GetBucketTaggingCommand({ Bucket })),
  },
  {
    part: 'inventory',
    action: 's3:GetInventoryConfiguration',
    call: (s3, client, Bucket) => client.send(new s3.ListBucketInventoryConfigurationsCommand({ Bucket })),
  },
];

/** Directory buckets know these alone (S3 Express One Zone, API differences). */
const directoryParts = new Set<Part>(['encryption', 'policy', 'lifecycle']);

/** Of one bucket. */
export const callsAtOnce = 2;

/** Reads one bucket; a part that cannot be read stands in `missing`. */
export async function readBucket(client: S3Client, name: string, region: string): Promise<BucketSnapshot> {
  const s3 = await import('@aws-sdk/client-s3');
  const directory = name.endsWith('--x-s3');
  const snapshot: BucketSnapshot = { name, region, missing: [], ...(directory && { directory }) };
  const readings = bucketReadings.filter(({ part }) => !directory || directoryParts.has(part));
  const answers = await pooled(readings, callsAtOnce, async ({ part, action, call }) => ({
    part,
    answer: await ask(part, action, () => call(s3, client, name)),
  }));
  for (const { part, answer } of answers) {
    if ('missing' in answer) snapshot.missing.push(answer.missing);
    else snapshot[part] = 'value' in answer ? plain(answer.value) : null;
  }
  return snapshot;
}

/** An answer as JSON, without what the SDK adds about the call. */
export function plain(answer: unknown): Record<string, unknown> | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { $metadata: _, ...rest } = answer as Record<string, unknown>;
  return JSON.parse(JSON.stringify(rest)) as Record<string, unknown>;
}
