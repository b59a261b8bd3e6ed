resource "aws_s3_bucket" "logs" {
  bucket = "logs" # want "no default encryption is written"
}

resource "aws_s3_bucket_logging" "logs" {
  bucket        = aws_s3_bucket.logs.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "self/"
}
