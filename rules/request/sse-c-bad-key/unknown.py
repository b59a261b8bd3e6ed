import boto3


def save(key):
    boto3.client("s3").put_object(
        Bucket="reports", Key="2026.csv", Body=b"", SSECustomerAlgorithm="AES256", SSECustomerKey=key
    )
