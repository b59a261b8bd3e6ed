import json

import boto3

s3 = boto3.client("s3")
kms = boto3.client("kms")


def create(name):
    s3.create_bucket(Bucket=name)
    s3.put_bucket_encryption(
        Bucket=name,
        ServerSideEncryptionConfiguration={
            "Rules": [
                {
                    "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/b"},
                    "BucketKeyEnabled": True,
                }
            ]
        },
    )
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Statement": []}))


def new_key():
    key = kms.create_key(Description="b")["KeyMetadata"]["KeyId"]
    kms.enable_key_rotation(KeyId=key)
    return key
