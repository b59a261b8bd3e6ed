resource "aws_s3_object" "report" {
  bucket = "reports"
  key    = "2026.csv"
  source = "2026.csv"
  tags = {
    team  = "finance"
    email = "reports" # want "`email` in the tags looks sensitive"
  }
}
