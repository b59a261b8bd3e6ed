require 'aws-sdk-s3'

client = Aws::S3::EncryptionV3::Client.new(
  kms_key_id: ENV['KEY_ID'],
  key_wrap_schema: :kms_context,
  commitment_policy: :forbid_encrypt_allow_decrypt # want "still writes objects that are not bound"
)
