require 'aws-sdk-s3'

client = Aws::S3::Encryption::Client.new(kms_key_id: ENV['KEY_ID']) # want "this is a V1 encryption client"
