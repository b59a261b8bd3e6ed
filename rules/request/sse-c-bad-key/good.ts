import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const read = (s3: S3Client) =>
  s3.send(
    new GetObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
    }),
  );
