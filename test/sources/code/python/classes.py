"""A store with its client in a field."""
import logging

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

logger = logging.getLogger(__name__)


class ObjectStore:
    sse = "aws:kms"

    def __init__(self, bucket: str, kms_key_id: str = "alias/store"):
        self.bucket = bucket
        self.kms_key_id = kms_key_id
        self._client = boto3.client("s3", config=Config(signature_version="s3v4"))

    def save(self, key: str, data: bytes) -> None:
        try:
            # => PutObject SSE-KMS
            self._client.put_object(
                Bucket=self.bucket,
                Key=key,
                Body=data,
                ServerSideEncryption=self.sse,
                SSEKMSKeyId=self.kms_key_id,
            )
        except ClientError:
            logger.exception("Could not write %s", key)
            raise

    def load(self, key: str) -> bytes:
        # => GetObject default
        return self._client.get_object(Bucket=self.bucket, Key=key)["Body"].read()

    def extra_args(self):
        return {"ServerSideEncryption": "AES256"}

    def save_file(self, path: str, key: str):
        # => PutObject SSE-S3
        self._client.upload_file(path, self.bucket, key, ExtraArgs=self.extra_args())
