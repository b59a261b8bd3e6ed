import boto3

# sselint-disable-next-line client/plain-http until=2024-01-31 -- until the proxy speaks TLS # want "expired on 2024-01-31"
s3 = boto3.client("s3", use_ssl=False)
