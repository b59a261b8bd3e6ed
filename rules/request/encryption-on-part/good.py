import boto3

s3 = boto3.client("s3")
upload = s3.create_multipart_upload(Bucket="reports", Key="2026.csv", ServerSideEncryption="AES256")
s3.upload_part(Bucket="reports", Key="2026.csv", UploadId=upload["UploadId"], PartNumber=1, Body=b"")
