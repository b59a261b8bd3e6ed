resource "aws_kms_key" "reports" {
  description         = "reports"
  enable_key_rotation = false # want "this key is never rotated"
}
