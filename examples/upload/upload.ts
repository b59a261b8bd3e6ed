import { createReadStream } from 'node:fs';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const client = new S3Client({ region: 'eu-central-1', endpoint: process.env.S3_ENDPOINT });
const customerKey = process.env.CUSTOMER_KEY;

/** A report goes under KMS, everything else under SSE-S3: but S3 knows neither of these words. */
export async function upload(key: string, path: string, isReport: boolean) {
  await client.send(
    new PutObjectCommand({
      Bucket: 'company-reports',
      Key: key,
      Body: createReadStream(path),
      ServerSideEncryption: isReport ? 'aws:KMS' : 'AES256',
    }),
  );
}

/** Written with a customer key, but read without one. */
export async function archive(key: string, body: string) {
  await client.send(
    new PutObjectCommand({
      Bucket: 'company-archive',
      Key: key,
      Body: body,
      SSECustomerAlgorithm: 'AES-256',
      SSECustomerKey: customerKey,
    }),
  );
  return client.send(new GetObjectCommand({ Bucket: 'company-archive', Key: key }));
}
