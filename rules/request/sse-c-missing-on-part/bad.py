def save(s3, key, body):
    upload = s3.create_multipart_upload(
        Bucket="reports", Key="2026.csv", SSECustomerAlgorithm="AES256", SSECustomerKey=key
    )
    s3.upload_part(Bucket="reports", Key="2026.csv", UploadId=upload["UploadId"], PartNumber=1, Body=body)  # want "this part has none"
