import boto3


def publish(key):
    boto3.client("s3").copy_object(  # want "the source is under a customer key"
        Bucket="reports",
        Key="2026.csv",
        CopySource={"Bucket": "drafts", "Key": "2026.csv"},
        CopySourceSSECustomerAlgorithm="AES256",
        CopySourceSSECustomerKey=key,
    )
