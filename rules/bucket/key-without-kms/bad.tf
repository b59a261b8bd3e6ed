resource "aws_s3_bucket" "reports" {
  bucket = "reports"
}

resource "aws_kms_key" "reports" {
  enable_key_rotation = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "AES256" # want "a KMS key beside AES256"
      kms_master_key_id = aws_kms_key.reports.arn
    }
  }
}
