import boto3

# sselint-disable-next-line client/plain-http -- until the proxy speaks TLS
s3 = boto3.client("s3", use_ssl=False)
