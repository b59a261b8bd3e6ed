import { S3Client, UploadPartCommand } from '@aws-sdk/client-s3';

export const save = (s3: S3Client, UploadId: string, body: Uint8Array) =>
  s3.send(
    new UploadPartCommand({
      Bucket: 'reports',
      Key: '2026.csv',
      UploadId,
      PartNumber: 1,
      Body: body,
      ServerSideEncryption: 'AES256', // want "UploadPart takes no server-side encryption parameters"
    } as never),
  );
