import { CopyObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export async function rekey(s3: S3Client, oldKey: Uint8Array, newKey: Uint8Array, body: string) {
  await s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      Body: body,
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: oldKey,
    }),
  );
  await s3.send( // want "the copy does not name it"
    new CopyObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      CopySource: 'reports/2026.csv',
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: newKey,
    }),
  );
}
