def save(s3, upload_id, body, key):
    s3.create_multipart_upload(Bucket="reports", Key="2026.csv", SSECustomerAlgorithm="AES256", SSECustomerKey=key)
    extra = options_of_part(key)
    s3.upload_part(Bucket="reports", Key="2026.csv", UploadId=upload_id, PartNumber=1, Body=body, **extra)
