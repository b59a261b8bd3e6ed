import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import boto3

client = boto3.client("s3")


async def put(bucket, key, body):
    loop = asyncio.get_event_loop()
    # => PutObject SSE-KMS
    await asyncio.to_thread(client.put_object, Bucket=bucket, Key=key, Body=body, ServerSideEncryption="aws:kms")


def all_of(paths, bucket):
    with ThreadPoolExecutor() as pool:
        for path in paths:
            # => PutObject SSE-S3
            client.upload_file(path, bucket, path, ExtraArgs={"ServerSideEncryption": "AES256"})


def not_s3(cache, name, value):
    cache.put(name, value)
    cache.upload(name, ServerSideEncryption="aws:kms")
