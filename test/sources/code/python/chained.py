import boto3


def args_for(mode, key=None):
    if mode == "kms":
        return {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": key}
    elif mode == "c":
        return {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": key}
    return {"ServerSideEncryption": "AES256"}


def put(mode, bucket, name, body, key):
    client = boto3.client("s3")
    # => PutObject SSE-KMS|SSE-C|SSE-S3
    client.put_object(Bucket=bucket, Key=name, Body=body, **args_for(mode, key))


def ternary(secure, bucket, name, body):
    client = boto3.client("s3")
    # => PutObject SSE-KMS|SSE-S3
    client.put_object(
        Bucket=bucket, Key=name, Body=body, ServerSideEncryption="aws:kms" if secure else "AES256"
    )


def fallback(cfg, bucket, name, body):
    client = boto3.client("s3")
    # => PutObject SSE-S3|?
    client.put_object(Bucket=bucket, Key=name, Body=body, ServerSideEncryption=cfg.get("sse") or "AES256")
