import boto3
from botocore.config import Config

s3 = boto3.client("s3", config=Config(signature_version="s3"))  # want "signature version 2"
