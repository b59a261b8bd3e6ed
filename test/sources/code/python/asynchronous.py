import aioboto3
from aiobotocore.session import get_session


async def save(bucket, key, data):
    session = aioboto3.Session()
    async with session.client("s3") as s3:
        # => PutObject SSE-KMS key=alias/async
        await s3.put_object(
            Bucket=bucket, Key=key, Body=data, ServerSideEncryption="aws:kms", SSEKMSKeyId="alias/async"
        )


async def save_file(bucket, key, path):
    async with aioboto3.Session().resource("s3") as s3:
        target = await s3.Bucket(bucket)
        # => PutObject SSE-S3
        await target.upload_file(path, key, ExtraArgs={"ServerSideEncryption": "AES256"})


async def low_level(bucket, key):
    session = get_session()
    async with session.create_client("s3", region_name="us-west-2") as client:
        # => PutObject default
        await client.put_object(Bucket=bucket, Key=key, Body=b"")
