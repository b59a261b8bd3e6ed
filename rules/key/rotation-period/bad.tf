resource "aws_kms_key" "reports" {
  enable_key_rotation     = true
  rotation_period_in_days = 30 # want "30 days is too short"
}
