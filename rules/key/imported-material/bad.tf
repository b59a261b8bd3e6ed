resource "aws_kms_external_key" "reports" {
  description         = "reports"
  key_material_base64 = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=" # want "the key material is written here"
}
