import { S3Client } from '@aws-sdk/client-s3';

export const s3 = new S3Client({ endpoint: 'https://s3.eu-west-1.amazonaws.com' });
export const minio = new S3Client({ endpoint: 'https://minio:9000', forcePathStyle: true });
