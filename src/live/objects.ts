import type { S3Client } from '@aws-sdk/client-s3';
import type { Missing, ObjectSnapshot } from '../sources/snapshot/snapshot.ts';
import { ask } from './ask.ts';
import { plain } from './bucket.ts';
import { pooled } from './pool.ts';

export interface Sampling {
  /** Most objects a bucket. */
  sample: number;
  /** Older versions too. */
  versions?: boolean;
  prefix?: string;
}

/** Of one bucket. */
export const objectsAtOnce = 4;

interface Listed {
  Key?: string;
  VersionId?: string;
  IsLatest?: boolean;
}

/** Heads and tags of the first objects of a bucket, or of their versions. */
export async function readObjects(
  client: S3Client,
  bucket: string,
  region: string,
  sampling: Sampling,
): Promise<{ objects: ObjectSnapshot[]; missing: Missing[] }> {
  const s3 = await import('@aws-sdk/client-s3');
  const given = { Bucket: bucket, Prefix: sampling.prefix, MaxKeys: Math.min(sampling.sample, 1000) };
  const listing = sampling.versions
    ? await ask(
        'objects',
        's3:ListBucketVersions',
        async () => (await client.send(new s3.ListObjectVersionsCommand(given))).Versions ?? [],
      )
    : await ask(
        'objects',
        's3:ListBucket',
        async () => (await client.send(new s3.ListObjectsV2Command(given))).Contents ?? [],
      );
  if ('missing' in listing) return { objects: [], missing: [listing.missing] };
  const listed: Listed[] = 'value' in listing ? listing.value : [];
  const objects = await pooled(listed.slice(0, sampling.sample), objectsAtOnce, (each) =>
    readObject(client, bucket, region, each),
  );
  return { objects, missing: [] };
}

async function readObject(
  client: S3Client,
  bucket: string,
  region: string,
  listed: Listed,
): Promise<ObjectSnapshot> {
  const s3 = await import('@aws-sdk/client-s3');
  const { Key = '', VersionId, IsLatest } = listed;
  const at = { Bucket: bucket, Key, VersionId };
  const object: ObjectSnapshot = {
    bucket,
    region,
    key: Key,
    latest: IsLatest ?? true,
    missing: [],
    ...(VersionId && { versionId: VersionId }),
  };
  let refused = false;
  const head = await ask('head', 's3:GetObject', () =>
    client.send(new s3.HeadObjectCommand(at)).catch((error: { $metadata?: { httpStatusCode?: number } }) => {
      refused = error.$metadata?.httpStatusCode === 400;
      throw error;
    }),
  );
  const tags = await ask('tags', 's3:GetObjectTagging', () =>
    client.send(new s3.GetObjectTaggingCommand(at)),
  );
  if ('value' in tags)
    object.tags = Object.fromEntries(
      (tags.value.TagSet ?? []).map((tag) => [tag.Key ?? '', tag.Value ?? '']),
    );
  // S3 refuses to describe an SSE-C object without its key, whoever asks: other calls it answers.
  if (refused && 'value' in tags) object.head = { SSECustomerAlgorithm: 'AES256' };
  else if ('missing' in head) object.missing.push(head.missing);
  else if ('value' in head) object.head = headOf(plain(head.value));
  if ('missing' in tags && !('missing' in head)) object.missing.push(tags.missing);
  return object;
}

const kept = [
  'ServerSideEncryption',
  'SSEKMSKeyId',
  'BucketKeyEnabled',
  'SSECustomerAlgorithm',
  'Metadata',
  'ContentLength',
  'StorageClass',
  'LastModified',
  'ETag',
];

function headOf(head: Record<string, unknown> | null): Record<string, unknown> {
  return Object.fromEntries(
    kept.filter((name) => head?.[name] !== undefined).map((name) => [name, head![name]]),
  );
}
