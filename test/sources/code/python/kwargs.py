import os

import boto3

KMS_KEY = os.environ.get("KMS_KEY_ID")
client = boto3.client("s3")


def put(bucket, key, body, sse=None):
    params = dict(Bucket=bucket, Key=key, Body=body)
    if KMS_KEY:
        params["ServerSideEncryption"] = "aws:kms"
        params["SSEKMSKeyId"] = KMS_KEY
    else:
        params["ServerSideEncryption"] = "AES256"
    # => PutObject SSE-KMS|SSE-S3
    return client.put_object(**params)


def put_optional(bucket, key, body, encrypt):
    kwargs = {"Bucket": bucket, "Key": key, "Body": body}
    if encrypt:
        kwargs.update({"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "alias/app"})
    # => PutObject SSE-KMS|default key=alias/app
    client.put_object(**kwargs)


def put_forward(bucket, key, body, **extra):
    # => PutObject ?
    client.put_object(Bucket=bucket, Key=key, Body=body, **extra)


def put_merged(bucket, key, body):
    defaults = {"ServerSideEncryption": "aws:kms"}
    # => PutObject SSE-KMS
    client.put_object(**{**defaults, "Bucket": bucket, "Key": key, "Body": body})
