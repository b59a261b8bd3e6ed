resource "aws_kms_key" "reports" {
  description             = "Reports"
  enable_key_rotation     = false
  deletion_window_in_days = 7
}

resource "aws_s3_bucket" "reports" {
  bucket = "company-reports"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    bucket_key_enabled = false

    apply_server_side_encryption_by_default {
      sse_algorithm     = "AES256"
      kms_master_key_id = aws_kms_key.reports.arn
    }
  }
}
