require 'aws-sdk-s3'

class Writer
  def initialize
    @s3 = Aws::S3::Client.new
  end

  def write(key, body, kms_key = nil)
    params = { bucket: 'writer', key: key, body: body }
    params[:server_side_encryption] = 'aws:kms' if kms_key
    params[:ssekms_key_id] = kms_key if kms_key
    # => PutObject SSE-KMS|default
    @s3.put_object(params)
  end

  def write_merged(key, body)
    defaults = { server_side_encryption: 'AES256' }
    # => PutObject SSE-S3
    @s3.put_object(defaults.merge(bucket: 'writer', key: key, body: body))
  end

  def write_splat(key, body)
    opts = { server_side_encryption: 'aws:kms', ssekms_key_id: 'alias/w' }
    # => PutObject SSE-KMS key=alias/w
    @s3.put_object(bucket: 'writer', key: key, body: body, **opts)
  end

  def write_forward(key, **options)
    # => PutObject ?
    @s3.put_object(bucket: 'writer', key: key, **options)
  end

  def write_unless(key, plain)
    args = { bucket: 'writer', key: key }
    args[:server_side_encryption] = 'AES256' unless plain
    # => PutObject SSE-S3|default
    @s3.put_object(**args)
  end
end
