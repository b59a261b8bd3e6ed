import { S3Client } from '@aws-sdk/client-s3';

// sselint-disable-next-line client/plain-http -- a stub that tests the client's own error
export const s3 = new S3Client({ endpoint: 'http://s3.eu-west-1.amazonaws.com' });
