import aws_encryption_sdk
import boto3
from s3_encryption import S3EncryptionClient


def round_trip(data, provider, keyring):
    ciphertext, _ = aws_encryption_sdk.EncryptionSDKClient().encrypt(source=data, key_provider=provider)
    boto3.client("s3").put_object(Bucket="reports", Key="2026.csv", Body=ciphertext)
    return S3EncryptionClient(boto3.client("s3"), keyring).get_object(Bucket="reports", Key="2026.csv")  # want "whose formats differ"
