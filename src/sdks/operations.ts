import { bare } from './members.ts';

/** What an S3 operation does with an object, and which members of encryption it knows (AWS's S3 API model). */
export interface Operation {
  name: string;
  /** Writes an object's data under the encryption that it names. */
  upload?: true;
  reads?: true;
  part?: true;
  /** A bucket's or key's configuration, not an object. */
  configures?: 'bucket' | 'key';
}

const table: Operation[] = [
  { name: 'PutObject', upload: true },
  { name: 'PostObject', upload: true },
  { name: 'CopyObject', upload: true },
  { name: 'CreateMultipartUpload', upload: true },
  { name: 'UploadPart', part: true },
  { name: 'UploadPartCopy', part: true },
  { name: 'CompleteMultipartUpload' },
  { name: 'GetObject', reads: true },
  { name: 'HeadObject', reads: true },
  { name: 'GetObjectAttributes', reads: true },
  { name: 'ListParts' },
  { name: 'SelectObjectContent', reads: true },
  { name: 'RestoreObject' },
  { name: 'CreateSession' },
  { name: 'WriteGetObjectResponse' },
  { name: 'UpdateObjectEncryption' },
  { name: 'PutObjectTagging' },
  { name: 'PutBucketEncryption', configures: 'bucket' },
  { name: 'DeleteBucketEncryption', configures: 'bucket' },
  { name: 'CreateBucket', configures: 'bucket' },
  { name: 'PutBucketPolicy', configures: 'bucket' },
  { name: 'PutBucketVersioning', configures: 'bucket' },
  { name: 'CreateKey', configures: 'key' },
  { name: 'EnableKeyRotation', configures: 'key' },
  { name: 'DisableKeyRotation', configures: 'key' },
  { name: 'ScheduleKeyDeletion', configures: 'key' },
  { name: 'DisableKey', configures: 'key' },
  { name: 'PutKeyPolicy', configures: 'key' },
];

const byBareName = new Map(table.map((operation) => [bare(operation.name), operation]));

export function operation(name: string): Operation | undefined {
  return byBareName.get(bare(name));
}

/** The operation that a method's name stands for: `put_object`, `PutObjectAsync`, `PutObjectWithContext`. */
export function operationOfMethod(method: string): Operation | undefined {
  const plain = bare(method);
  return (
    byBareName.get(plain) ??
    byBareName.get(plain.replace(/(async|withcontext|request|command|callable|outcome)$/, ''))
  );
}
