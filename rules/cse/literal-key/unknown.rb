require 'aws-sdk-s3'

client = Aws::S3::EncryptionV3::Client.new(encryption_key: ENV['KEY'], key_wrap_schema: :aes_gcm)
