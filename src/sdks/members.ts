import type { Value } from '../model/value.ts';

/**
 * S3's own names of what a request can carry (AWS's S3 API model), and the field of a request fact that each is.
 * SDKs spell them in their own case and with prefixes; `canonical` finds a name however it is spelled.
 */
export const memberPaths: Record<string, string> = {
  Bucket: 'bucket',
  Key: 'key',
  UploadId: 'uploadId',
  ServerSideEncryption: 'encryption.algorithm',
  SSEKMSKeyId: 'encryption.keyId',
  SSEKMSEncryptionContext: 'encryption.context',
  BucketKeyEnabled: 'encryption.bucketKey',
  SSECustomerAlgorithm: 'customerKey.algorithm',
  SSECustomerKey: 'customerKey.key',
  SSECustomerKeyMD5: 'customerKey.md5',
  CopySourceSSECustomerAlgorithm: 'copySource.customerKey.algorithm',
  CopySourceSSECustomerKey: 'copySource.customerKey.key',
  CopySourceSSECustomerKeyMD5: 'copySource.customerKey.md5',
  Metadata: 'metadata',
  MetadataDirective: 'metadataDirective',
  StorageClass: 'storageClass',
  Tagging: 'tags',
};

/** Members that are read for joining and deriving, without a field of their own. */
const otherMembers = [
  'CopySource',
  'SourceBucket',
  'SourceKey',
  'Body',
  'Fields',
  'Conditions',
  'ContentMD5',
  'Policy',
  'ServerSideEncryptionConfiguration',
  'VersioningConfiguration',
  'PartNumber',
  'KeyId',
  'PendingWindowInDays',
  'RotationPeriodInDays',
  'KeySpec',
  'CustomerMasterKeySpec',
  'KeyUsage',
  'Origin',
  'MultiRegion',
  'BypassPolicyLockoutSafetyCheck',
];

/** The path of a member in a fact, back to S3's name. */
export const memberOfPath: Record<string, string> = Object.fromEntries(
  Object.entries(memberPaths).map(([member, path]) => [path, member]),
);

/** A name without case, separators and the words `set` and `with` before it. */
export function bare(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

const byBareName = new Map(
  [...Object.keys(memberPaths), ...otherMembers].map((member) => [bare(member), member]),
);

/** S3's name of a member, however an SDK spells it: `server_side_encryption`, `SetSSEKMSKeyId`, `withBucket`. */
export function canonical(name: string, exceptions: Record<string, string> = {}): string | undefined {
  const plain = bare(name);
  const stripped = plain.replace(/^(set|with|add)(?=.)/, '');
  const own = bareKeys(exceptions);
  return own.get(plain) ?? byBareName.get(plain) ?? own.get(stripped) ?? byBareName.get(stripped);
}

const bared = new WeakMap<object, Map<string, string>>();

/** The data spell names as they are written; they are found in any case. */
function bareKeys(names: Record<string, string>): Map<string, string> {
  let found = bared.get(names);
  if (!found) {
    found = new Map(Object.entries(names).map(([name, member]) => [bare(name), member]));
    bared.set(names, found);
  }
  return found;
}

/** Members by S3's names; each with the places of the words that wrote it. */
export type Members = Record<string, Value>;
