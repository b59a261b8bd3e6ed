resource "aws_s3_bucket" "reports" {
  bucket = "reports" # want "nothing denies plain http"
}
