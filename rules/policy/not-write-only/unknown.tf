variable "actions" {
  type = list(string)
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = "reports"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/LogWriter" }
      Action    = var.actions
      Resource  = ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]
    }]
  })
}
