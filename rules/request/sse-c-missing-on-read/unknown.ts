import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export async function roundTrip(s3: S3Client, key: Uint8Array, name: string, other: string) {
  const sseC = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: key };
  await s3.send(new PutObjectCommand({ Bucket: 'reports', Key: name, ...sseC }));
  return s3.send(new GetObjectCommand({ Bucket: 'reports', Key: other }));
}
