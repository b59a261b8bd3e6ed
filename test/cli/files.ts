/** Files that the sources of TypeScript and policies read, each with what is wrong with it. */
export const bad = `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
const client = new S3Client({});
await client.send(new PutObjectCommand({ Bucket: 'logs', Key: 'k', ServerSideEncryption: 'AES-256', Body: '' }));
`;
export const good = bad.replace('AES-256', 'AES256');
export const warning = bad.replace(
  "ServerSideEncryption: 'AES-256'",
  "ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/aws/s3'",
);
/** 32 bytes that nobody uses, in the forms in which they could leak. */
export const canary = Buffer.from('canary-key-0123456789-abcdefghij').toString('base64');
export const secret = `import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
const client = new S3Client({ endpoint: 'http://s3.amazonaws.com' });
const key = '${canary}';
const trio = { SSECustomerAlgorithm: 'AES-256', SSECustomerKey: key, SSECustomerKeyMD5: 'AAAA' };
await client.send(new PutObjectCommand({ Bucket: 'logs', Key: 'k', Body: '', ...trio, Metadata: { key: '${canary}' } }));
await client.send(new PutObjectCommand({ Bucket: 'logs', Key: 'l', Body: '', SSECustomerKey: '${canary}', SSECustomerAlgorithm: 'AES256', ServerSideEncryption: 'AES256' }));
await client.send(new GetObjectCommand({ Bucket: 'logs', Key: 'k' }));
`;
