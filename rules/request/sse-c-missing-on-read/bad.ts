import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export async function roundTrip(s3: S3Client, key: Uint8Array, body: string) {
  await s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      Body: body,
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: key,
    }),
  );
  return s3.send(new GetObjectCommand({ Bucket: 'reports', Key: '2026.csv' })); // want "read without"
}
