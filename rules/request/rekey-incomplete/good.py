import boto3


def rekey(old, new):
    boto3.client("s3").copy_object(
        Bucket="reports",
        Key="2026.csv",
        CopySource={"Bucket": "reports", "Key": "2026.csv"},
        CopySourceSSECustomerAlgorithm="AES256",
        CopySourceSSECustomerKey=old,
        SSECustomerAlgorithm="AES256",
        SSECustomerKey=new,
    )
