import pandas as pd
import s3fs
import smart_open

STORAGE = {"s3_additional_kwargs": {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "alias/frames"}}


def save(frame: pd.DataFrame):
    # => PutObject SSE-KMS key=alias/frames
    frame.to_parquet("s3://frames/a.parquet", storage_options=STORAGE)
    frame.to_csv("local.csv")


def open_file():
    # => PutObject SSE-S3
    fs = s3fs.S3FileSystem(s3_additional_kwargs={"ServerSideEncryption": "AES256"})
    with fs.open("bucket/key", "wb") as out:
        out.write(b"x")
    plain = s3fs.S3FileSystem(anon=False)
    plain.ls("bucket")


def stream(data):
    # => PutObject SSE-KMS
    with smart_open.open(
        "s3://bucket/key",
        "wb",
        transport_params={"client_kwargs": {"S3.Client.create_multipart_upload": {"ServerSideEncryption": "aws:kms"}}},
    ) as out:
        out.write(data)
