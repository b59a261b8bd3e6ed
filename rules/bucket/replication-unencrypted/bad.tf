resource "aws_s3_bucket" "reports" {
  bucket = "reports"
}

resource "aws_s3_bucket_replication_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::reports-copy"
    }
    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled" # want "names no key for their replicas"
      }
    }
  }
}
