terraform {
  backend "s3" {
    bucket  = "state"
    key     = "reports.tfstate"
    region  = "eu-west-1"
    encrypt = true
  }
}
