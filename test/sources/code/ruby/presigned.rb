require 'aws-sdk-s3'

signer = Aws::S3::Presigner.new
# => PutObject SSE-KMS
url = signer.presigned_url(:put_object, bucket: 'b', key: 'k', server_side_encryption: 'aws:kms')

object = Aws::S3::Object.new('b', 'k')
# => PutObject SSE-S3
puts object.presigned_url(:put, expires_in: 900, server_side_encryption: 'AES256')
# => GetObject default
puts object.presigned_url(:get)
puts url
