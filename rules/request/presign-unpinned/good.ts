import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

export const link = (s3: S3Client, keyId: string) =>
  getSignedUrl(
    s3,
    new PutObjectCommand({ Bucket: 'reports', Key: '2026.csv', ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyId }),
  );
