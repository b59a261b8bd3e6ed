import base64
import hashlib
import os

import boto3

s3 = boto3.client("s3")
KEY = os.urandom(32)


def put(bucket, key, body):
    # => PutObject SSE-C
    s3.put_object(Bucket=bucket, Key=key, Body=body, SSECustomerKey=KEY, SSECustomerAlgorithm="AES256")


def get(bucket, key):
    # => GetObject SSE-C
    return s3.get_object(Bucket=bucket, Key=key, SSECustomerKey=KEY, SSECustomerAlgorithm="AES256")


def put_encoded(bucket, key, body, secret):
    encoded = base64.b64encode(secret).decode()
    digest = base64.b64encode(hashlib.md5(secret).digest()).decode()
    sse_c = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": encoded, "SSECustomerKeyMD5": digest}
    # => PutObject SSE-C
    s3.put_object(Bucket=bucket, Key=key, Body=body, **sse_c)


def rotate(bucket, key, old, new):
    # => CopyObject SSE-C
    s3.copy_object(
        Bucket=bucket,
        Key=key,
        CopySource={"Bucket": bucket, "Key": key},
        CopySourceSSECustomerAlgorithm="AES256",
        CopySourceSSECustomerKey=old,
        SSECustomerAlgorithm="AES256",
        SSECustomerKey=new,
    )
