import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export const save = (s3: S3Client, ssn: string) =>
  s3.send(
    new PutObjectCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      Metadata: {
        'customer-ssn': ssn, // want "`customer-ssn` in the metadata looks sensitive"
        contact: 'jane.doe@acme.io', // want "`contact` in the metadata looks sensitive"
      },
    }),
  );
