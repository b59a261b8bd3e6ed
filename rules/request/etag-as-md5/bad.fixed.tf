resource "aws_s3_object" "report" {
  bucket                 = "reports"
  key                    = "2026.csv"
  source                 = "2026.csv"
  server_side_encryption = "aws:kms"
  source_hash                   = filemd5("2026.csv")
}
