import type { Clients } from './connection.ts';

/** One API call that makes a document true. */
export interface ApiCall {
  /** `s3:PutBucketEncryption` with its input, as a user reads it. */
  name: string;
  input: Record<string, unknown>;
  send(clients: Clients): Promise<unknown>;
}

type Json = Record<string, unknown>;

/** The calls that turn what a document says before into what it says after. A document that is null is not there. */
export function callsFor(document: string, before: Json | null, after: Json | null): ApiCall[] {
  const bucket = /^aws:\/\/([^/]+)\/([^/]+)\/(encryption|policy|versioning)\.json$/.exec(document);
  if (bucket) return [bucketCall(bucket[1]!, bucket[2]!, bucket[3] as BucketPart, after)];
  const key = /^aws:\/\/([^/]+)\/key\/(.+)\.json$/.exec(document);
  return key ? keyCalls(key[1]!, key[2]!, before ?? {}, after ?? {}) : [];
}

type BucketPart = 'encryption' | 'policy' | 'versioning';

function bucketCall(region: string, Bucket: string, part: BucketPart, after: Json | null): ApiCall {
  if (part === 'encryption')
    return s3Call(region, after ? 'PutBucketEncryption' : 'DeleteBucketEncryption', { Bucket, ...after });
  if (part === 'policy') {
    const input = after ? { Bucket, Policy: JSON.stringify(after) } : { Bucket };
    return s3Call(region, after ? 'PutBucketPolicy' : 'DeleteBucketPolicy', input);
  }
  const Status = (after as { Status?: string } | null)?.Status ?? 'Suspended';
  return s3Call(region, 'PutBucketVersioning', { Bucket, VersioningConfiguration: { Status } });
}

type S3Name =
  | 'PutBucketEncryption'
  | 'DeleteBucketEncryption'
  | 'PutBucketPolicy'
  | 'DeleteBucketPolicy'
  | 'PutBucketVersioning';

function s3Call(region: string, name: S3Name, input: Json): ApiCall {
  return {
    name: `s3:${name}`,
    input,
    send: async (clients) => {
      const s3 = await import('@aws-sdk/client-s3');
      const Command = s3[`${name}Command`] as unknown as new (given: never) => never;
      return (await clients.s3(region)).send(new Command(input as never));
    },
  };
}

interface KeyDocument {
  metadata?: { KeyState?: string };
  rotation?: { KeyRotationEnabled?: boolean; RotationPeriodInDays?: number; rotateOnDemand?: boolean };
}

function keyCalls(region: string, KeyId: string, before: Json, after: Json): ApiCall[] {
  const old = before as KeyDocument;
  const now = after as KeyDocument;
  const calls: ApiCall[] = [];
  if (isPending(old) && !isPending(now)) calls.push(kmsCall(region, 'CancelKeyDeletion', { KeyId }));
  const isSame =
    old.rotation?.KeyRotationEnabled === now.rotation?.KeyRotationEnabled &&
    old.rotation?.RotationPeriodInDays === now.rotation?.RotationPeriodInDays;
  if (!isSame && now.rotation?.KeyRotationEnabled) {
    const { RotationPeriodInDays } = now.rotation;
    calls.push(
      kmsCall(region, 'EnableKeyRotation', { KeyId, ...(RotationPeriodInDays && { RotationPeriodInDays }) }),
    );
  }
  if (!isSame && now.rotation && !now.rotation.KeyRotationEnabled)
    calls.push(kmsCall(region, 'DisableKeyRotation', { KeyId }));
  if (now.rotation?.rotateOnDemand && !old.rotation?.rotateOnDemand)
    calls.push(kmsCall(region, 'RotateKeyOnDemand', { KeyId }));
  return calls;
}

/** KMS leaves a key disabled when its deletion is cancelled. */
function isPending({ metadata }: KeyDocument): boolean {
  return /^Pending(Replica)?Deletion$/.test(metadata?.KeyState ?? '');
}

type KmsName = 'CancelKeyDeletion' | 'EnableKeyRotation' | 'DisableKeyRotation' | 'RotateKeyOnDemand';

function kmsCall(region: string, name: KmsName, input: Json): ApiCall {
  return {
    name: `kms:${name}`,
    input,
    send: async (clients) => {
      const kms = await import('@aws-sdk/client-kms');
      const Command = kms[`${name}Command`] as unknown as new (given: never) => never;
      return (await clients.kms(region)).send(new Command(input as never));
    },
  };
}
