def round_trip(s3, key, body):
    s3.put_object(Bucket="reports", Key="2026.csv", Body=body, SSECustomerAlgorithm="AES256", SSECustomerKey=key)
    return s3.head_object(Bucket="reports", Key="2026.csv")  # want "read without"
