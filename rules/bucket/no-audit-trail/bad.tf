resource "aws_s3_bucket" "reports" {
  bucket = "reports" # want "neither a trail with data events nor server access logs"
}
