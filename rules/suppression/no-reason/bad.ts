import { S3Client } from '@aws-sdk/client-s3';

// sselint-disable-next-line client/plain-http // want "gives no reason"
export const s3 = new S3Client({ endpoint: 'http://s3.eu-west-1.amazonaws.com' });
