import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const placeholder = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; // want "all bytes of this customer key are the same"

export const save = (s3: S3Client) =>
  s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: placeholder,
    }),
  );
