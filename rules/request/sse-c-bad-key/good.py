import base64

import boto3

s3 = boto3.client("s3")
s3.put_object(
    Bucket="reports",
    Key="2026.csv",
    Body=b"",
    SSECustomerAlgorithm="AES256",
    SSECustomerKey=base64.b64decode("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
)
