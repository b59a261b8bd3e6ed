from airflow import DAG
from airflow.providers.amazon.aws.hooks.s3 import S3Hook


def load(path):
    hook = S3Hook(aws_conn_id="aws")
    # => PutObject SSE-S3
    hook.load_file(filename=path, key="k", bucket_name="b", replace=True, encrypt=True)
    hook.load_string("text", key="k", bucket_name="b")


def load_kms(path):
    # => PutObject SSE-KMS
    hook = S3Hook(aws_conn_id="aws", extra_args={"ServerSideEncryption": "aws:kms"})
    hook.load_file(filename=path, key="k", bucket_name="b")
