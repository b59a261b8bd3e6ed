import { bucketReadings } from './bucket.ts';
import { keyReadings } from './key.ts';

/** The read-only IAM policy that an audit needs, made from the calls that it makes. */
export function minimalPolicy(): Record<string, unknown> {
  const bucketActions = [
    's3:ListBucket',
    's3:ListBucketVersions',
    ...bucketReadings.map(({ action }) => action),
  ];
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'List',
        Effect: 'Allow',
        Action: ['s3:ListAllMyBuckets', 'kms:ListAliases', 'kms:ListKeys'],
        Resource: '*',
      },
      {
        Sid: 'Buckets',
        Effect: 'Allow',
        Action: [...new Set(bucketActions)].sort(),
        Resource: 'arn:aws:s3:::*',
      },
      {
        Sid: 'ObjectsOfASample',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:GetObjectTagging', 's3:GetObjectVersion', 's3:GetObjectVersionTagging'],
        Resource: 'arn:aws:s3:::*/*',
      },
      {
        Sid: 'Keys',
        Effect: 'Allow',
        Action: keyReadings.map(({ action }) => action).sort(),
        Resource: 'arn:aws:kms:*:*:key/*',
      },
    ],
  };
}
