import boto3


def save(body, **options):
    boto3.client("s3").put_object(
        Bucket="reports", Key="2026.csv", Body=body, SSEKMSKeyId="1234abcd-12ab-34cd-56ef-1234567890ab", **options
    )
