def save(s3, body, **options):
    s3.put_object(Bucket="reports", Key="2026.csv", Body=body, **options)
