"""An upload to a server of the company's own, over plain HTTP."""

import boto3

s3 = boto3.client("s3", endpoint_url="http://storage.example.com", verify=False)


def save(key: str, body: bytes, kms_key: str) -> None:
    s3.put_object(
        Bucket="company-reports",
        Key=key,
        Body=body,
        ServerSideEncryption="AES256",
        SSEKMSKeyId=kms_key,
    )
