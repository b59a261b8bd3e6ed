import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const save = (s3: S3Client, context: Record<string, string>) =>
  s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      ServerSideEncryption: 'aws:kms',
      SSEKMSEncryptionContext: Buffer.from(JSON.stringify(context)).toString('base64'),
    }),
  );
