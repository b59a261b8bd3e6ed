import asyncio
from functools import partial

import boto3

s3 = boto3.client("s3")


async def put(bucket, key, body):
    loop = asyncio.get_running_loop()
    # => PutObject SSE-KMS
    await loop.run_in_executor(None, partial(s3.put_object, Bucket=bucket, Key=key, Body=body, ServerSideEncryption="aws:kms"))


def retried(policy, bucket, key):
    # => CreateMultipartUpload SSE-S3
    return policy.call(partial(s3.create_multipart_upload, Bucket=bucket, Key=key, ServerSideEncryption="AES256"))["UploadId"]
