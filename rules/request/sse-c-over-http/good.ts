import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({ endpoint: 'https://s3.eu-west-1.amazonaws.com' });
const local = new S3Client({ endpoint: 'http://localhost:9000', forcePathStyle: true });

const request = (key: Uint8Array) =>
  new PutObjectCommand({ Bucket: 'reports', Key: '2026.csv', SSECustomerAlgorithm: 'AES256', SSECustomerKey: key });

export const save = (key: Uint8Array) => s3.send(request(key));
export const tryOut = (key: Uint8Array) => local.send(request(key));
