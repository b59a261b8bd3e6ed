require 'aws-sdk-s3'

client = encryption_client_class.new(kms_key_id: ENV['KEY_ID'])
