import { CopyObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const publish = (s3: S3Client, source: string) =>
  s3.send(new CopyObjectCommand({ Bucket: 'reports', Key: '2026.csv', CopySource: source }));
