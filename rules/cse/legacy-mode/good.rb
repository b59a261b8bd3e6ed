require 'aws-sdk-s3'

client = Aws::S3::EncryptionV3::Client.new(
  kms_key_id: ENV['KEY_ID'],
  key_wrap_schema: :kms_context,
  security_profile: :v3
)
