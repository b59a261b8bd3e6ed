import boto3


def save(key, body):
    s3 = boto3.client("s3", use_ssl=False)  # want "travels in clear text"
    s3.put_object(Bucket="reports", Key="2026.csv", Body=body, SSECustomerAlgorithm="AES256", SSECustomerKey=key)


def read(key):
    minio = boto3.client("s3", endpoint_url="http://minio:9000")  # want "through the private network"
    return minio.get_object(Bucket="reports", Key="2026.csv", SSECustomerAlgorithm="AES256", SSECustomerKey=key)
