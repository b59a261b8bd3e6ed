import boto3
from botocore.config import Config


def link(key):
    s3 = boto3.client("s3", config=Config(signature_version="s3"))
    return s3.generate_presigned_url(
        "put_object",
        Params={"Bucket": "reports", "Key": "2026.csv", "SSECustomerAlgorithm": "AES256", "SSECustomerKey": key},  # want "becomes part of the URL"
    )
