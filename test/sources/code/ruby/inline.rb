require 'aws-sdk-s3'

s3 = Aws::S3::Client.new(region: 'eu-west-1')

# => PutObject SSE-KMS key=alias/app
s3.put_object(
  bucket: 'app',
  key: 'a.txt',
  body: 'hello',
  server_side_encryption: 'aws:kms',
  ssekms_key_id: 'alias/app'
)
# => PutObject SSE-S3
s3.put_object bucket: 'app', key: 'b.txt', body: 'x', server_side_encryption: 'AES256'
# => PutObject default
s3.put_object({ bucket: 'app', key: 'c.txt', body: 'x' })
# => GetObject default
resp = s3.get_object(bucket: 'app', key: 'c.txt')
puts resp.body.read
# => HeadObject default
s3.head_object(bucket: 'app', key: 'c.txt')
