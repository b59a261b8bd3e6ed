require 'aws-sdk-s3'

kms = Aws::KMS::Client.new
client = Aws::S3::EncryptionV2::Client.new(
  kms_key_id: 'alias/cse',
  kms_client: kms,
  key_wrap_schema: :kms_context,
  content_encryption_schema: :aes_gcm_no_padding,
  security_profile: :v2
)
# => PutObject default
client.put_object(bucket: 'b', key: 'k', body: 'secret')
# => GetObject default
client.get_object(bucket: 'b', key: 'k')
