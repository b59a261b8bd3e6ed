import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

export const link = (s3: S3Client, key: string) =>
  getSignedUrl(
    s3,
    new PutObjectCommand({ Bucket: 'reports', Key: '2026.csv', SSECustomerAlgorithm: 'AES256', SSECustomerKey: key }),
  );

export const withoutKey = (s3: S3Client) =>
  getSignedUrl(s3, new PutObjectCommand({ Bucket: 'reports', Key: '2026.csv' }), {
    hoistableHeaders: new Set(['x-amz-server-side-encryption-customer-key']),
  });
