resource "aws_s3_bucket" "reports" {
  bucket = "reports" # want "versioning is off"
}
