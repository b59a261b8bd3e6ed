import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const save = (s3: S3Client, bucket: string) =>
  s3.send(new PutObjectCommand({ Bucket: bucket, Key: '2026.csv', ServerSideEncryption: 'AES256' }));
