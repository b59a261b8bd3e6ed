terraform {
  backend "s3" {
    bucket  = "state"
    key     = "reports.tfstate"
    region  = "eu-west-1"
    encrypt = false # want "has encryption switched off"
  }
}
