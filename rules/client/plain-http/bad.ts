import { S3Client } from '@aws-sdk/client-s3';

export const s3 = new S3Client({ endpoint: 'http://s3.eu-west-1.amazonaws.com' }); // want "speaks plain http"
export const minio = new S3Client({ endpoint: 'http://minio:9000', forcePathStyle: true }); // want "speaks plain http to minio"
