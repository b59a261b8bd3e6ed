import hashlib

import boto3


def is_same(data):
    head = boto3.client("s3").head_object(Bucket="reports", Key="2026.csv")
    return head["ETag"].strip('"') == hashlib.md5(data).hexdigest()  # want "an ETag is the object's MD5 only for"
