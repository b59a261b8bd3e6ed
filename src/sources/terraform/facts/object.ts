import { absent, combine, isWritten, known, mapArms, type Value } from '../../../model/value.ts';
import { requestFact } from '../../../sdks/index.ts';
import { flag, prop, target } from '../../template/fact.ts';
import type { Resource } from '../../template/resource.ts';
import type { Maker } from '../facts.ts';

/** Objects that Terraform uploads or copies: requests like any other. */

/** By S3's member, the provider's attribute. */
const uploaded = {
  Bucket: 'bucket',
  Key: 'key',
  ServerSideEncryption: 'server_side_encryption',
  SSEKMSKeyId: 'kms_key_id',
  BucketKeyEnabled: 'bucket_key_enabled',
  Metadata: 'metadata',
  Tagging: 'tags',
  StorageClass: 'storage_class',
};

const copied = {
  ...uploaded,
  CopySource: 'source',
  SSEKMSEncryptionContext: 'kms_encryption_context',
  MetadataDirective: 'metadata_directive',
  SSECustomerAlgorithm: 'customer_algorithm',
  SSECustomerKey: 'customer_key',
  SSECustomerKeyMD5: 'customer_key_md5',
  CopySourceSSECustomerAlgorithm: 'source_customer_algorithm',
  CopySourceSSECustomerKey: 'source_customer_key',
  CopySourceSSECustomerKeyMD5: 'source_customer_key_md5',
};

const request =
  (operation: string, attributes: Record<string, string>): Maker =>
  (resource) => {
    const members = membersOf(resource, attributes);
    const fact = requestFact({
      operation,
      members,
      place: resource.place,
      via: resource.via,
      source: resource.source,
      keys: { encoding: 'base64', md5: 'manual' },
      etagAsMd5: operation === 'PutObject' ? etagAsMd5(resource) : undefined,
      anchors: resource.anchors,
      joins: {
        scope: known(resource.scope),
        id: known(resource.address),
        bucket: target(prop(resource, 'bucket')),
        exists: resource.exists,
      },
    });
    return [{ ...fact, resource: resource.name }];
  };

function membersOf(resource: Resource, attributes: Record<string, string>): Record<string, Value> {
  const members: Record<string, Value> = {};
  for (const [member, attribute] of Object.entries(attributes)) {
    const value = prop(resource, attribute);
    if (isWritten(value)) members[member] = value;
  }
  if (members.BucketKeyEnabled) members.BucketKeyEnabled = flag(members.BucketKeyEnabled);
  const algorithm = combine(members.ServerSideEncryption ?? absent, members.SSEKMSKeyId ?? absent, withKey);
  return isWritten(algorithm) ? { ...members, ServerSideEncryption: algorithm } : members;
}

/** The provider sends `aws:kms` with a key (its source: `internal/service/s3/object.go`). */
function withKey(algorithm: Value, key: Value): Value {
  if (isWritten(algorithm) || !isWritten(key)) return algorithm;
  return key.is === 'unknown' ? { ...key, origin: undefined } : known('aws:kms', { place: key.place });
}

function etagAsMd5(resource: Resource): Value {
  const etag = prop(resource, 'etag');
  return mapArms(etag, (plain) =>
    isWritten(plain) ? known(true, { place: etag.place, name: etag.name, entry: etag.entry }) : absent,
  );
}

export const objectFacts: Record<string, Maker> = {
  aws_s3_object: request('PutObject', uploaded),
  aws_s3_bucket_object: request('PutObject', uploaded),
  aws_s3_object_copy: request('CopyObject', copied),
};
