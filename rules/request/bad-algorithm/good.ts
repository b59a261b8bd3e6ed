import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const save = (s3: S3Client, layers: 1 | 2) =>
  s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      ServerSideEncryption: layers === 2 ? 'aws:kms:dsse' : 'aws:kms',
    }),
  );
