import json
import os
import boto3

s3 = None


def get_s3():
    global s3
    if s3 is None:
        s3 = boto3.client("s3")
    return s3


def handler(event, context):
    body = json.dumps(event).encode("utf-8")
    # => PutObject SSE-S3
    get_s3().put_object(
        Bucket=os.environ["BUCKET"], Key=f"events/{context.aws_request_id}.json", Body=body,
        ServerSideEncryption="AES256", ContentType="application/json")
    return {"statusCode": 200}
