import boto3


def copy(s3, old, new):
    s3.copy_object(
        Bucket="reports",
        Key="2026.csv",
        CopySource={"Bucket": "drafts", "Key": "2026.csv"},
        CopySourceSSECustomerAlgorithm="aws:kms",  # want "`aws:kms` is no algorithm for a customer key"
        CopySourceSSECustomerKey=old,
        SSECustomerAlgorithm="AES256",
        SSECustomerKey=new,
    )


copy(boto3.client("s3"), load("old"), load("new"))
