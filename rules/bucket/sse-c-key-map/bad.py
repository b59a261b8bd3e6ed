import boto3

s3 = boto3.client("s3")
s3.put_bucket_versioning(Bucket="reports", VersioningConfiguration={"Status": "Enabled"})


def save(key, body):
    s3.put_object(
        Bucket="reports",
        Key="2026.csv",
        Body=body,
        SSECustomerAlgorithm="AES256",  # want "Keep the key of every version"
        SSECustomerKey=key,
    )
