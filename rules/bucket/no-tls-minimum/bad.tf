resource "aws_s3_bucket" "reports" {
  bucket = "reports" # want "nothing sets a minimum TLS version"
}
