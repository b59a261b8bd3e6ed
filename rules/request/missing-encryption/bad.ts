import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const save = (s3: S3Client, body: string) =>
  s3.send( // want "names no encryption"
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      Body: body,
    }),
  );
