resource "aws_kms_key" "unused" {
  is_enabled          = false
  enable_key_rotation = true
}
