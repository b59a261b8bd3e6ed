import boto3

# sselint-disable-next-line client/plain-http -- until the proxy speaks TLS # want "silences nothing"
s3 = boto3.client("s3")
