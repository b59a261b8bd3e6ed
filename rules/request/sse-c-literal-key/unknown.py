import boto3

from settings import customer_key

boto3.client("s3").put_object(
    Bucket="reports", Key="2026.csv", Body=b"", SSECustomerAlgorithm="AES256", SSECustomerKey=customer_key
)
