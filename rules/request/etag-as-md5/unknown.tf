variable "mode" {}

resource "aws_s3_object" "report" {
  bucket                 = "reports"
  key                    = "2026.csv"
  source                 = "2026.csv"
  server_side_encryption = var.mode
  etag                   = filemd5("2026.csv")
}
