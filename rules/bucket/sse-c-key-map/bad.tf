resource "aws_s3_bucket" "reports" {
  bucket = "reports"
}

resource "aws_s3_bucket_versioning" "reports" {
  bucket = aws_s3_bucket.reports.id
  versioning_configuration {
    status = "Enabled"
  }
}

variable "key" {
  sensitive = true
}

resource "aws_s3_object_copy" "report" {
  bucket             = aws_s3_bucket.reports.id
  key                = "2026.csv"
  source             = "drafts/2026.csv"
  customer_algorithm = "AES256" # want "Keep the key of every version"
  customer_key       = var.key
}
