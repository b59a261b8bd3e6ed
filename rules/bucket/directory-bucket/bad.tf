resource "aws_s3_directory_bucket" "fast" {
  bucket = "fast--euw1-az1--x-s3"
  location {
    name = "euw1-az1"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fast" {
  bucket = aws_s3_directory_bucket.fast.bucket
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms:dsse" # want "has no DSSE-KMS"
      kms_master_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
}
