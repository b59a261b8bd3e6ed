variable "policy" {
  type = string
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = "reports"
  policy = var.policy
}
