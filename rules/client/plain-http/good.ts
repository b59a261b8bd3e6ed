import { S3Client } from '@aws-sdk/client-s3';

export const s3 = new S3Client({ region: 'eu-west-1' });
export const local = new S3Client({ endpoint: 'http://localhost:9000', forcePathStyle: true });
export const website = new S3Client({ endpoint: 'http://reports.s3-website-eu-west-1.amazonaws.com' });
