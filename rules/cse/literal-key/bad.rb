require 'aws-sdk-s3'

client = Aws::S3::EncryptionV3::Client.new(
  encryption_key: '0123456789abcdef0123456789abcdef', # want "is written here"
  key_wrap_schema: :aes_gcm
)
