resource "aws_s3_object" "report" {
  bucket                 = "reports"
  key                    = "2026.csv"
  source                 = "2026.csv"
  server_side_encryption = "aws:kms"
  source_hash            = filemd5("2026.csv")
}

resource "aws_s3_object" "logo" {
  bucket                 = "reports"
  key                    = "logo.png"
  source                 = "logo.png"
  server_side_encryption = "AES256"
  etag                   = filemd5("logo.png")
}
