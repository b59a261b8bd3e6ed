import { S3Client } from '@aws-sdk/client-s3';

// sselint-disable-next-line client/plain-http until=2024-01-31 -- until the proxy speaks TLS // want "expired on 2024-01-31"
export const s3 = new S3Client({ endpoint: 'http://s3.eu-west-1.amazonaws.com' });
