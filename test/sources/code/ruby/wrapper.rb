require 'aws-sdk-s3'

# Wraps an S3 object.
class ObjectWrapper
  attr_reader :object

  # @param object [Aws::S3::Object]
  def initialize(object)
    @object = object
  end

  def put_encrypted(content, encryption)
    # => PutObject SSE-KMS
    @object.put(body: content, server_side_encryption: encryption)
    true
  rescue Aws::Errors::ServiceError => e
    puts "Couldn't put: #{e.message}"
    false
  end
end

def run_demo
  wrapper = ObjectWrapper.new(Aws::S3::Object.new('bucket', 'key'))
  return unless wrapper.put_encrypted('x', 'aws:kms')

  puts 'done'
end

run_demo if $PROGRAM_NAME == __FILE__
