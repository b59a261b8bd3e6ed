import boto3

s3 = boto3.client("s3")


def upload_parts(bucket, key, chunks):
    # => CreateMultipartUpload SSE-KMS key=alias/big
    created = s3.create_multipart_upload(
        Bucket=bucket, Key=key, ServerSideEncryption="aws:kms", SSEKMSKeyId="alias/big", BucketKeyEnabled=True
    )
    parts = []
    for number, chunk in enumerate(chunks, start=1):
        # => UploadPart default
        part = s3.upload_part(
            Bucket=bucket, Key=key, PartNumber=number, UploadId=created["UploadId"], Body=chunk
        )
        parts.append({"PartNumber": number, "ETag": part["ETag"]})
    # => CompleteMultipartUpload default
    s3.complete_multipart_upload(
        Bucket=bucket, Key=key, UploadId=created["UploadId"], MultipartUpload={"Parts": parts}
    )
