import boto3

s3 = boto3.client("s3")
s3.put_bucket_encryption(
    Bucket="reports",
    ServerSideEncryptionConfiguration={
        "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms:dsse", "KMSMasterKeyID": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"}}]
    },
)
s3.put_object(
    Bucket="reports",
    Key="2026.csv",
    Body=b"",
    ServerSideEncryption="aws:kms",  # want "`aws:kms` overrides the bucket's DSSE-KMS"
)
