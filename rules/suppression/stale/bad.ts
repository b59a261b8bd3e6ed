import { S3Client } from '@aws-sdk/client-s3';

// sselint-disable-next-line client/plain-http -- until the proxy speaks TLS // want "silences nothing"
export const s3 = new S3Client({ endpoint: 'https://s3.eu-west-1.amazonaws.com' });
