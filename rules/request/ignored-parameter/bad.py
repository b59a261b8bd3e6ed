import boto3

boto3.client("s3").upload_file(
    "2026.csv",
    "reports",
    "2026.csv",
    ExtraArgs={
        "ServerSideEncryption": "aws:kms",
        "BucketKeyEnabled": True,  # want "`BucketKeyEnabled` is rejected or ignored here"
    },
)
