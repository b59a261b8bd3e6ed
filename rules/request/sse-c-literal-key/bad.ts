import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const customerKey = '0123456789abcdef0123456789abcdef'; // want "a customer key (32 characters) is written here"

export const save = (s3: S3Client, body: string) =>
  s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      Body: body,
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: customerKey,
    }),
  );
