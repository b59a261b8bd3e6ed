import boto3
import botocore

minio = boto3.client("s3", endpoint_url="http://minio:9000", use_ssl=False)
insecure = boto3.resource("s3", verify=False)


def save(name):
    with open(name, "rb") as data:
        # => PutObject default
        minio.put_object(Bucket="local", Key=name, Body=data)
    # => PutObject SSE-S3
    insecure.meta.client.upload_file(name, "b", name, ExtraArgs={"ServerSideEncryption": "AES256"})
