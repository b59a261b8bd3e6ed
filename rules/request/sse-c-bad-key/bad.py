import boto3

s3 = boto3.client("s3")
s3.put_object(
    Bucket="reports",
    Key="2026.csv",
    Body=b"",
    SSECustomerAlgorithm="AES256",
    SSECustomerKey="MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",  # want "encoded twice and S3 gets 44 bytes"
)
s3.get_object(
    Bucket="reports",
    Key="2026.csv",
    SSECustomerAlgorithm="AES256",
    SSECustomerKey="much-too-short-1234",  # want "has 19 bytes"
)
