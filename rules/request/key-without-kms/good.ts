import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const save = (s3: S3Client, keyId?: string) =>
  s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      ServerSideEncryption: keyId ? 'aws:kms' : 'AES256',
      SSEKMSKeyId: keyId ? keyId : undefined,
    }),
  );
