import { type SinkShape, sinksOf } from '../../template/sink.ts';
import type { Maker } from '../facts.ts';
import { trailed } from './bucket.ts';

/** Services that write to S3, by the provider's documentation of each resource. */

const athena = { SSE_S3: 'AES256', SSE_KMS: 'aws:kms', CSE_KMS: 'client' };
const dashed = { 'SSE-S3': 'AES256', 'SSE-KMS': 'aws:kms', DISABLED: 'none', 'CSE-KMS': 'client' };
const dms = { SSE_S3: 'AES256', SSE_KMS: 'aws:kms' };
const wire = { AES256: 'AES256', 'aws:kms': 'aws:kms' };

const sagemaker = (output: string): SinkShape => ({
  service: 'SageMaker',
  within: output,
  keyId: 'kms_key_id',
  location: 'monitoring_outputs.s3_output.s3_uri',
});

const shapes: Record<string, SinkShape[]> = {
  aws_athena_workgroup: [
    {
      service: 'Athena',
      within: 'configuration.result_configuration',
      option: 'encryption_configuration.encryption_option',
      words: athena,
      keyId: 'encryption_configuration.kms_key_arn',
      location: 'output_location',
    },
  ],
  aws_athena_database: [
    {
      service: 'Athena',
      option: 'encryption_configuration.encryption_option',
      words: athena,
      keyId: 'encryption_configuration.kms_key',
      bucket: 'bucket',
    },
  ],
  aws_glue_security_configuration: [
    {
      service: 'Glue',
      within: 'encryption_configuration.s3_encryption',
      option: 's3_encryption_mode',
      words: dashed,
      keyId: 'kms_key_arn',
      otherwise: 'off',
    },
  ],
  aws_kinesis_firehose_delivery_stream: [
    { service: 'Firehose', within: 'extended_s3_configuration', keyId: 'kms_key_arn', bucket: 'bucket_arn' },
    { service: 'Firehose', within: 's3_configuration', keyId: 'kms_key_arn', bucket: 'bucket_arn' },
  ],
  aws_cloudtrail: [{ service: 'CloudTrail', keyId: 'kms_key_id', bucket: 's3_bucket_name' }],
  aws_codebuild_project: [
    { service: 'CodeBuild', within: 'artifacts', disabled: 'encryption_disabled', bucket: 'location' },
    {
      service: 'CodeBuild',
      within: 'secondary_artifacts',
      disabled: 'encryption_disabled',
      bucket: 'location',
    },
    {
      service: 'CodeBuild',
      within: 'logs_config.s3_logs',
      disabled: 'encryption_disabled',
      bucket: 'location',
    },
  ],
  aws_codepipeline: [
    { service: 'CodePipeline', within: 'artifact_store', keyId: 'encryption_key.id', bucket: 'location' },
  ],
  aws_redshift_cluster: [{ service: 'Redshift', enabled: 'encrypted', keyId: 'kms_key_id' }],
  aws_dms_s3_endpoint: [
    {
      service: 'DMS',
      option: 'encryption_mode',
      words: dms,
      keyId: 'server_side_encryption_kms_key_id',
      bucket: 'bucket_name',
    },
  ],
  aws_dms_endpoint: [
    {
      service: 'DMS',
      within: 's3_settings',
      option: 'encryption_mode',
      words: dms,
      keyId: 'server_side_encryption_kms_key_id',
      bucket: 'bucket_name',
    },
  ],
  aws_sagemaker_endpoint_configuration: [
    {
      service: 'SageMaker',
      within: 'data_capture_config',
      keyId: 'kms_key_id',
      location: 'destination_s3_uri',
    },
  ],
  aws_sagemaker_feature_group: [
    {
      service: 'SageMaker',
      within: 'offline_store_config.s3_storage_config',
      keyId: 'kms_key_id',
      location: 's3_uri',
    },
  ],
  aws_sagemaker_data_quality_job_definition: [sagemaker('data_quality_job_output_config')],
  aws_s3_inventory: [
    {
      service: 'S3 Inventory',
      within: 'destination.bucket',
      keyId: 'encryption.sse_kms.key_id',
      bucket: 'bucket_arn',
    },
  ],
  aws_s3tables_table_bucket: [
    {
      service: 'S3 Tables',
      option: 'encryption_configuration.sse_algorithm',
      words: wire,
      keyId: 'encryption_configuration.kms_key_arn',
    },
  ],
  aws_s3tables_table: [
    {
      service: 'S3 Tables',
      option: 'encryption_configuration.sse_algorithm',
      words: wire,
      keyId: 'encryption_configuration.kms_key_arn',
    },
  ],
  aws_s3vectors_vector_bucket: [
    {
      service: 'S3 Vectors',
      option: 'encryption_configuration.sse_type',
      words: wire,
      keyId: 'encryption_configuration.kms_key_arn',
    },
  ],
  aws_s3vectors_index: [
    {
      service: 'S3 Vectors',
      option: 'encryption_configuration.sse_type',
      words: wire,
      keyId: 'encryption_configuration.kms_key_arn',
    },
  ],
  'backend.s3': [
    {
      service: 'Terraform backend',
      enabled: 'encrypt',
      keyId: 'kms_key_id',
      bucket: 'bucket',
      literalKey: 'sse_customer_key',
    },
  ],
};

export const sinkFacts: Record<string, Maker> = Object.fromEntries(
  Object.entries(shapes).map(([type, rows]): [string, Maker] => [
    type,
    (resource) => sinksOf(resource, rows),
  ]),
);

sinkFacts.aws_cloudtrail = (resource) => [...sinksOf(resource, shapes.aws_cloudtrail!), ...trailed(resource)];
