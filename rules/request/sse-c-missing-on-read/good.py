def round_trip(s3, key, body):
    sse_c = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": key}
    s3.put_object(Bucket="reports", Key="2026.csv", Body=body, **sse_c)
    return s3.head_object(Bucket="reports", Key="2026.csv", **sse_c)
