import os

import boto3


def save(key, body):
    s3 = boto3.client("s3", endpoint_url=os.environ["S3_ENDPOINT"])
    s3.put_object(Bucket="reports", Key="2026.csv", Body=body, SSECustomerAlgorithm="AES256", SSECustomerKey=key)
