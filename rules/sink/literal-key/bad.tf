terraform {
  backend "s3" {
    bucket           = "state"
    key              = "reports.tfstate"
    region           = "eu-west-1"
    sse_customer_key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=" # want "an encryption key is written here"
  }
}
