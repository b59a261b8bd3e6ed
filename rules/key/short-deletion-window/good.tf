resource "aws_kms_key" "reports" {
  enable_key_rotation     = true
  deletion_window_in_days = 14
}
