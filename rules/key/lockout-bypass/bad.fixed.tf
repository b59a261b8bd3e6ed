resource "aws_kms_key" "reports" {
  enable_key_rotation                = true
}
