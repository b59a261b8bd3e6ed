import { CopyObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

export async function publish(s3: S3Client, keyId: string) {
  await s3.send(
    new PutObjectCommand({
      Bucket: 'drafts',
      Key: '2026.csv',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keyId,
    }),
  );
  await s3.send(new CopyObjectCommand({ Bucket: 'reports', Key: '2026.csv', CopySource: 'drafts/2026.csv' })); // want "written with SSE-KMS"
}
