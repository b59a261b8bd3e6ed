# frozen_string_literal: true

require 'aws-sdk-s3'

module Storage
  class Uploader
    KMS_KEY = 'alias/uploads'
    SSE = 'aws:kms'

    attr_reader :client, :bucket

    def initialize(bucket:, client: Aws::S3::Client.new)
      @bucket = bucket
      @client = client
    end

    def upload(key, body)
      # => PutObject SSE-KMS key=alias/uploads
      client.put_object(
        bucket: bucket,
        key: key,
        body: body,
        server_side_encryption: SSE,
        ssekms_key_id: KMS_KEY
      )
    rescue Aws::S3::Errors::ServiceError => e
      warn e.message
      false
    end

    def fetch(key)
      # => GetObject default
      @client.get_object(bucket: @bucket, key: key).body.read
    end

    def self.default
      @default ||= new(bucket: ENV.fetch('BUCKET'))
    end
  end
end
