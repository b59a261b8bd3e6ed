require 'aws-sdk-s3'

Settings = Struct.new(:bucket, :sse, keyword_init: true)
SETTINGS = Settings.new(bucket: 'settings', sse: 'aws:kms')

class Saver
  def initialize(settings = SETTINGS)
    @settings = settings
  end

  def save(key)
    # => PutObject SSE-KMS
    Aws::S3::Client.new.put_object(bucket: SETTINGS.bucket, key: key, server_side_encryption: SETTINGS.sse)
  end
end
