import { type SinkShape, sinksOf } from '../../template/sink.ts';
import type { Maker } from '../facts.ts';
import { trailed } from './bucket.ts';

/** Services that write to S3, by CloudFormation's reference of each type. */

const athena = { SSE_S3: 'AES256', SSE_KMS: 'aws:kms', CSE_KMS: 'client' };
const dashed = { 'SSE-S3': 'AES256', 'SSE-KMS': 'aws:kms', DISABLED: 'none', 'CSE-KMS': 'client' };
const lower = { 'sse-s3': 'AES256', 'sse-kms': 'aws:kms' };
const wire = { AES256: 'AES256', 'aws:kms': 'aws:kms' };

const firehose = (within: string): SinkShape => ({
  service: 'Firehose',
  within,
  option: 'EncryptionConfiguration.NoEncryptionConfig',
  words: { NoEncryption: 'none' },
  keyId: 'EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN',
  bucket: 'BucketARN',
});

const tables: SinkShape = {
  service: 'S3 Tables',
  option: 'EncryptionConfiguration.SSEAlgorithm',
  words: wire,
  keyId: 'EncryptionConfiguration.KMSKeyArn',
};
const vectors: SinkShape = {
  service: 'S3 Vectors',
  option: 'EncryptionConfiguration.SseType',
  words: wire,
  keyId: 'EncryptionConfiguration.KmsKeyArn',
};

const shapes: Record<string, SinkShape[]> = {
  'AWS::Athena::WorkGroup': ['WorkGroupConfiguration', 'WorkGroupConfigurationUpdates'].map((within) => ({
    service: 'Athena',
    within: `${within}.ResultConfiguration`,
    option: 'EncryptionConfiguration.EncryptionOption',
    words: athena,
    keyId: 'EncryptionConfiguration.KmsKey',
    location: 'OutputLocation',
  })),
  'AWS::Glue::SecurityConfiguration': [
    {
      service: 'Glue',
      within: 'EncryptionConfiguration.S3Encryptions',
      option: 'S3EncryptionMode',
      words: dashed,
      keyId: 'KmsKeyArn',
      otherwise: 'off',
    },
  ],
  'AWS::EMR::SecurityConfiguration': [
    {
      service: 'EMR',
      within: 'SecurityConfiguration.EncryptionConfiguration',
      enabled: 'EnableAtRestEncryption',
      option: 'AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode',
      words: { ...dashed, 'CSE-Custom': 'client' },
      keyId: 'AtRestEncryptionConfiguration.S3EncryptionConfiguration.AwsKmsKey',
    },
  ],
  'AWS::KinesisFirehose::DeliveryStream': [
    firehose('S3DestinationConfiguration'),
    firehose('ExtendedS3DestinationConfiguration'),
  ],
  'AWS::CloudTrail::Trail': [{ service: 'CloudTrail', keyId: 'KMSKeyId', bucket: 'S3BucketName' }],
  'AWS::CodeBuild::Project': [
    { service: 'CodeBuild', within: 'Artifacts', disabled: 'EncryptionDisabled', bucket: 'Location' },
    { service: 'CodeBuild', within: 'LogsConfig.S3Logs', disabled: 'EncryptionDisabled', bucket: 'Location' },
  ],
  'AWS::CodePipeline::Pipeline': [
    { service: 'CodePipeline', within: 'ArtifactStore', keyId: 'EncryptionKey.Id', bucket: 'Location' },
  ],
  'AWS::Redshift::Cluster': [{ service: 'Redshift', enabled: 'Encrypted', keyId: 'KmsKeyId' }],
  'AWS::DMS::Endpoint': [
    {
      service: 'DMS',
      within: 'S3Settings',
      option: 'EncryptionMode',
      words: { ...lower, SSE_S3: 'AES256', SSE_KMS: 'aws:kms' },
      keyId: 'ServerSideEncryptionKmsKeyId',
      bucket: 'BucketName',
    },
  ],
  'AWS::SageMaker::EndpointConfig': [
    { service: 'SageMaker', within: 'DataCaptureConfig', keyId: 'KmsKeyId', location: 'DestinationS3Uri' },
  ],
  'AWS::SageMaker::FeatureGroup': [
    {
      service: 'SageMaker',
      within: 'OfflineStoreConfig.S3StorageConfig',
      keyId: 'KmsKeyId',
      location: 'S3Uri',
    },
  ],
  'AWS::S3Tables::TableBucket': [tables],
  'AWS::S3Tables::Table': [tables],
  'AWS::S3Vectors::VectorBucket': [vectors],
  'AWS::S3Vectors::Index': [vectors],
};

export const sinkFacts: Record<string, Maker> = Object.fromEntries(
  Object.entries(shapes).map(([type, rows]): [string, Maker] => [
    type,
    (resource) => sinksOf(resource, rows),
  ]),
);

sinkFacts['AWS::CloudTrail::Trail'] = (resource) => [
  ...sinksOf(resource, shapes['AWS::CloudTrail::Trail']!),
  ...trailed(resource),
];
