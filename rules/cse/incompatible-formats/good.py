import aws_encryption_sdk
import boto3


def round_trip(data, provider):
    client = aws_encryption_sdk.EncryptionSDKClient()
    s3 = boto3.client("s3")
    ciphertext, _ = client.encrypt(source=data, key_provider=provider)
    s3.put_object(Bucket="reports", Key="2026.csv", Body=ciphertext)
    body = s3.get_object(Bucket="reports", Key="2026.csv")["Body"].read()
    return client.decrypt(source=body, key_provider=provider)
