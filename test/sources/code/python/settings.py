# Django settings; files go to S3 by storages.backends.s3
from storages.backends.s3 import S3Storage

DEBUG = False
AWS_STORAGE_BUCKET_NAME = "assets"
# => PutObject SSE-KMS key=alias/assets
AWS_S3_OBJECT_PARAMETERS = {"CacheControl": "max-age=86400", "ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "alias/assets"}


class Media(S3Storage):
    location = "media"
