import boto3

boto3.client("s3").put_object(
    Bucket="reports",
    Key="2026.csv",
    Body=b"",
    SSEKMSKeyId="1234abcd-12ab-34cd-56ef-1234567890ab",  # want "a KMS key without an algorithm"
)
