import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const read = (s3: S3Client, key: Uint8Array) =>
  s3.send(
    new GetObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      SSECustomerKey: key,
      SSECustomerAlgorithm: 'AES256',
    }),
  );
