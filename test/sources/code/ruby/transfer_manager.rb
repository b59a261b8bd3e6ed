require 'aws-sdk-s3'

tm = Aws::S3::TransferManager.new(client: Aws::S3::Client.new(endpoint: 'http://minio:9000', ssl_verify_peer: false))
# => PutObject SSE-KMS
tm.upload_file('/tmp/a', bucket: 'b', key: 'a', server_side_encryption: 'aws:kms')
# => GetObject default
tm.download_file('/tmp/a', bucket: 'b', key: 'a')
