from dataclasses import dataclass
from enum import Enum
from typing import Optional

import boto3


class Encryption(str, Enum):
    S3 = "AES256"
    KMS = "aws:kms"


@dataclass
class Settings:
    bucket: str
    encryption: Encryption = Encryption.KMS
    key_id: Optional[str] = None


SETTINGS = Settings(bucket="archive", key_id="alias/archive")


def archive(client, name, body):
    # => PutObject SSE-KMS key=alias/archive
    client.put_object(
        Bucket=SETTINGS.bucket,
        Key=name,
        Body=body,
        ServerSideEncryption=SETTINGS.encryption.value,
        SSEKMSKeyId=SETTINGS.key_id,
    )


def quick(name, body):
    # => PutObject SSE-S3
    boto3.client("s3").put_object(
        Bucket="quick", Key=name, Body=body, ServerSideEncryption=Encryption.S3.value
    )
