import boto3
from boto3.s3.transfer import TransferConfig

s3_client = boto3.client("s3")
CONFIG = TransferConfig(multipart_threshold=1024 * 25)
EXTRA = {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "arn:aws:kms:eu-west-1:111122223333:key/abc"}


def upload(path, bucket, key=None):
    if key is None:
        key = path.rsplit("/")[-1]
    try:
        # => PutObject SSE-KMS key=arn:aws:kms:eu-west-1:111122223333:key/abc
        s3_client.upload_file(path, bucket, key, ExtraArgs=EXTRA, Config=CONFIG)
    except Exception as error:
        print(error)
        return False
    return True


def upload_stream(handle, bucket, key):
    # => PutObject SSE-S3
    s3_client.upload_fileobj(handle, bucket, key, {"ServerSideEncryption": "AES256"})


def plain(handle, bucket, key):
    # => PutObject default
    s3_client.upload_fileobj(handle, Bucket=bucket, Key=key)


def copy(source, bucket, key):
    # => CopyObject DSSE-KMS
    s3_client.copy(
        {"Bucket": source, "Key": key},
        bucket,
        key,
        ExtraArgs={"ServerSideEncryption": "aws:kms:dsse", "MetadataDirective": "COPY"},
    )
