import { PutBucketVersioningCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export async function save(s3: S3Client, key: Uint8Array) {
  await s3.send(new PutBucketVersioningCommand({ Bucket: 'reports', VersioningConfiguration: { Status: 'Enabled' } }));
  await s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      SSECustomerAlgorithm: 'AES256', // want "Keep the key of every version"
      SSECustomerKey: key,
    }),
  );
}
