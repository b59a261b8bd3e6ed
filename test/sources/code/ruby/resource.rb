require "aws-sdk-s3"

resource = Aws::S3::Resource.new(region: "us-east-1")
bucket = resource.bucket("media")
object = bucket.object("a.png")

# => PutObject SSE-KMS
object.upload_file("a.png", server_side_encryption: "aws:kms")
# => PutObject SSE-S3
resource.bucket("media").object("b.png").put(body: "x", server_side_encryption: "AES256")
# => GetObject default
object.get
# => CopyObject SSE-KMS key=alias/copy
object.copy_to(bucket: "other", key: "a.png", server_side_encryption: "aws:kms", ssekms_key_id: "alias/copy")
# => PutObject default
bucket.put_object(key: "c.png", body: "x")
# => PutObject SSE-S3
object.upload_stream(server_side_encryption: "AES256") do |stream|
  stream << "data"
end
