import boto3

# sselint-disable-next-line client/plain-http # want "gives no reason"
s3 = boto3.client("s3", use_ssl=False)
