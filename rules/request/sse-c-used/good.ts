import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const save = (s3: S3Client) =>
  s3.send(new PutObjectCommand({ Bucket: 'reports', Key: '2026.csv', ServerSideEncryption: 'aws:kms' }));

export const readOld = (s3: S3Client, key: Uint8Array) =>
  s3.send(
    new GetObjectCommand({ Bucket: 'reports', Key: '2025.csv', SSECustomerAlgorithm: 'AES256', SSECustomerKey: key }),
  );
