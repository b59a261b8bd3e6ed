import boto3

s3 = boto3.client("s3")
s3.put_object(
    Bucket="reports",
    Key="2026.csv",
    Body=b"",
    SSECustomerAlgorithm="AES256",
    SSECustomerKey="00000000000000000000000000000000",  # want "all bytes of this customer key are the same"
)
