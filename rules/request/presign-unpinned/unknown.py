import boto3


def link(params):
    return boto3.client("s3").generate_presigned_url("put_object", Params=params)
