import boto3


def save(body, **options):
    boto3.client("s3").put_object(Bucket="reports", Key="2026.csv", Body=body, SSECustomerAlgorithm="AES256", **options)
