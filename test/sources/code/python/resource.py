import boto3

s3 = boto3.resource("s3")
bucket = s3.Bucket("media")

# => PutObject SSE-KMS key=alias/media
bucket.put_object(Key="a.png", Body=b"", ServerSideEncryption="aws:kms", SSEKMSKeyId="alias/media")
# => PutObject SSE-S3
bucket.upload_file("a.png", "a.png", ExtraArgs={"ServerSideEncryption": "AES256"})
# => PutObject SSE-S3
s3.Object("media", "b.png").put(Body=b"", ServerSideEncryption="AES256")
obj = s3.Object("media", "c.png")
# => PutObject SSE-KMS
obj.upload_file("c.png", ExtraArgs={"ServerSideEncryption": "aws:kms"})
# => GetObject SSE-C
data = obj.get(SSECustomerAlgorithm="AES256", SSECustomerKey="x" * 32)["Body"].read()
# => CopyObject default
s3.Object("media", "d.png").copy_from(CopySource={"Bucket": "media", "Key": "c.png"})
for summary in bucket.objects.filter(Prefix="logs/"):
    print(summary.key)
