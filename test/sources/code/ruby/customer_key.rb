require 'aws-sdk-s3'
require 'openssl'
require 'base64'

key = OpenSSL::Cipher.new('aes-256-cbc').random_key
client = Aws::S3::Client.new

# => PutObject SSE-C
client.put_object(bucket: 'b', key: 'k', body: 'x', sse_customer_algorithm: 'AES256', sse_customer_key: key)
# => GetObject SSE-C
client.get_object(bucket: 'b', key: 'k', sse_customer_algorithm: 'AES256', sse_customer_key: key)

sse = { sse_customer_algorithm: :AES256, sse_customer_key: Base64.encode64(key) }
# => PutObject SSE-C
client.put_object({ bucket: 'b', key: 'k2', body: 'y' }.merge(sse))
# => CopyObject SSE-C
client.copy_object(
  bucket: 'b',
  key: 'k3',
  copy_source: '/b/k',
  copy_source_sse_customer_algorithm: 'AES256',
  copy_source_sse_customer_key: key,
  sse_customer_algorithm: 'AES256',
  sse_customer_key: key
)
