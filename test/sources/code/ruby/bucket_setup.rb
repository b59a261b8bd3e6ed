require 'aws-sdk-s3'
require 'aws-sdk-kms'

s3 = Aws::S3::Client.new
kms = Aws::KMS::Client.new
key = kms.create_key(description: 'bucket').key_metadata.key_id
s3.create_bucket(bucket: 'setup')
s3.put_bucket_encryption(
  bucket: 'setup',
  server_side_encryption_configuration: {
    rules: [
      {
        apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: key },
        bucket_key_enabled: true
      }
    ]
  }
)
kms.enable_key_rotation(key_id: key)
