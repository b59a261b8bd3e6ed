import boto3

boto3.client("s3").generate_presigned_post("reports", "2026.csv")  # want "does not sign an encryption"
