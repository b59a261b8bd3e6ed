resource "aws_kms_key" "reports" {
  enable_key_rotation                = true
  bypass_policy_lockout_safety_check = true # want "the lockout check is bypassed"
}
