variable "spec" {}

resource "aws_kms_key" "reports" {
  customer_master_key_spec = var.spec
  enable_key_rotation      = true
}
