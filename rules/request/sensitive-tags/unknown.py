import boto3


def save(tags):
    boto3.client("s3").put_object(Bucket="reports", Key="2026.csv", Body=b"", Tagging=tags)
