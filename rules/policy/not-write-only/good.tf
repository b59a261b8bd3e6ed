resource "aws_s3_bucket_policy" "reports" {
  bucket = "reports"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/LogWriter" }
      Action    = "s3:PutObject"
      Resource  = ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]
    }]
  })
}
