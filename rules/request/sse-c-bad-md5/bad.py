import boto3

s3 = boto3.client("s3")
s3.put_object(
    Bucket="reports",
    Key="2026.csv",
    Body=b"",
    SSECustomerAlgorithm="AES256",
    SSECustomerKey="MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    SSECustomerKeyMD5="8516ac99dc60603295de7bdb6a153530",  # want "not base64 of 16 bytes"
)
