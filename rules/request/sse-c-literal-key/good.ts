import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const save = (s3: S3Client, secrets: { reportsKey: Uint8Array }, body: string) =>
  s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      Body: body,
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: secrets.reportsKey,
    }),
  );
