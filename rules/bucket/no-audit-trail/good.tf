resource "aws_s3_bucket" "reports" {
  bucket = "reports"
}

resource "aws_s3_bucket_logging" "reports" {
  bucket        = aws_s3_bucket.reports.id
  target_bucket = "logs"
  target_prefix = "reports/"
}
