require 'aws-sdk-s3'

client = Aws::S3::EncryptionV3::Client.new(
  kms_key_id: ENV['KEY_ID'],
  kms_allow_decrypt_with_any_cmk: any?(ENV),
  key_wrap_schema: :kms_context
)
