import boto3
from s3_encryption import S3EncryptionClient


def read(keyring, name):
    return S3EncryptionClient(boto3.client("s3"), keyring).get_object(Bucket="reports", Key=name)
