import boto3
from botocore.client import Config

s3 = boto3.client("s3", config=Config(signature_version="s3v4"))


def upload_url(bucket, key):
    # => PutObject SSE-KMS
    return s3.generate_presigned_url(
        "put_object",
        Params={"Bucket": bucket, "Key": key, "ServerSideEncryption": "aws:kms"},
        ExpiresIn=3600,
    )


def download_url(bucket, key):
    # => GetObject default
    return s3.generate_presigned_url(ClientMethod="get_object", Params={"Bucket": bucket, "Key": key})


def form(bucket, key):
    fields = {"x-amz-server-side-encryption": "AES256"}
    # => PostObject SSE-S3
    return s3.generate_presigned_post(
        Bucket=bucket, Key=key, Fields=fields, Conditions=[fields], ExpiresIn=600
    )
