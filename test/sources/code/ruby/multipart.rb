require 'aws-sdk-s3'

s3 = Aws::S3::Client.new
# => CreateMultipartUpload SSE-KMS
upload = s3.create_multipart_upload(bucket: 'b', key: 'big', server_side_encryption: 'aws:kms', bucket_key_enabled: true)
parts = []
%w[one two].each_with_index do |chunk, i|
  # => UploadPart default
  part = s3.upload_part(bucket: 'b', key: 'big', part_number: i + 1, upload_id: upload.upload_id, body: chunk)
  parts << { etag: part.etag, part_number: i + 1 }
end
# => CompleteMultipartUpload default
s3.complete_multipart_upload(bucket: 'b', key: 'big', upload_id: upload.upload_id, multipart_upload: { parts: parts })
