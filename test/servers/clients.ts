import { readFileSync } from 'node:fs';
import { KMS } from '@aws-sdk/client-kms';
import { S3 } from '@aws-sdk/client-s3';
import type { Credentials } from './user.ts';

interface Where {
  endpoint: string;
  caFile?: string;
}

export interface ClientOptions {
  credentials?: Credentials;
  region?: string;
  maxAttempts?: number;
}

export const s3Client = (where: Where, options?: ClientOptions) =>
  new S3({ ...settings(where, options), forcePathStyle: true });

export const kmsClient = (where: Where, options?: ClientOptions) => new KMS(settings(where, options));

function settings({ endpoint, caFile }: Where, options: ClientOptions = {}) {
  return {
    endpoint,
    region: options.region ?? 'us-east-1',
    credentials: options.credentials ?? { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: options.maxAttempts ?? 1,
    ...(caFile && { requestHandler: { httpsAgent: { ca: readFileSync(caFile, 'utf8') } } }),
  };
}
