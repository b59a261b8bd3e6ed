require 'aws-sdk-s3'

def encryption_options(config)
  if config[:kms]
    { server_side_encryption: 'aws:kms', ssekms_key_id: config[:kms] }
  else
    {}
  end
end

def save(config, key, body)
  client = Aws::S3::Client.new
  # => PutObject SSE-KMS|default
  client.put_object(bucket: 'b', key: key, body: body, **encryption_options(config))
end

def ternary(secure, key)
  client = Aws::S3::Client.new
  # => PutObject SSE-KMS|SSE-S3
  client.put_object(bucket: 'b', key: key, server_side_encryption: secure ? 'aws:kms' : 'AES256')
end

def fallback(config, key)
  client = Aws::S3::Client.new
  # => PutObject SSE-S3|?
  client.put_object(bucket: 'b', key: key, server_side_encryption: config.sse || 'AES256')
end
