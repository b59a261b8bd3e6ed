import boto3

s3 = boto3.client("s3", region_name="eu-central-1")

# => PutObject SSE-KMS key=alias/reports
s3.put_object(
    Bucket="reports",
    Key="2026/11.csv",
    Body=b"a,b",
    ServerSideEncryption="aws:kms",
    SSEKMSKeyId="alias/reports",
)
# => PutObject SSE-S3
s3.put_object(Bucket="reports", Key="x", Body=b"", ServerSideEncryption="AES256")
# => PutObject default
s3.put_object(Bucket="reports", Key="y", Body=b"")
# => GetObject default
obj = s3.get_object(Bucket="reports", Key="y")
# => HeadObject default
s3.head_object(Bucket="reports", Key="y")
