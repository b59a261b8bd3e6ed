import boto3


def rekey(key):
    boto3.client("s3").copy_object(
        Bucket="reports",
        Key="2026.csv",
        CopySource={"Bucket": "reports", "Key": "2026.csv"},
        CopySourceSSECustomerAlgorithm="AES256",
        CopySourceSSECustomerKey=key,
        SSECustomerAlgorithm="AES256",
        SSECustomerKey=key,  # want "the same customer key as old and new"
    )
