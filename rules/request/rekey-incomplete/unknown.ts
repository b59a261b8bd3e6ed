import { CopyObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const rekey = (s3: S3Client, source: string, key: Uint8Array) =>
  s3.send(
    new CopyObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      CopySource: source,
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: key,
    }),
  );
