import boto3


class Repo:
    def __init__(self, session=None):
        self.session = session or boto3.Session()
        self._s3 = None

    @property
    def s3(self):
        if self._s3 is None:
            self._s3 = self.session.client("s3")
        return self._s3

    def write(self, key, body):
        # => PutObject SSE-KMS
        self.s3.put_object(Bucket="repo", Key=key, Body=body, ServerSideEncryption="aws:kms")

    def delete(self, key):
        self.s3.delete_object(Bucket="repo", Key=key)


def get_client():
    return boto3.client("s3")


def backup(path):
    # => PutObject SSE-S3
    get_client().upload_file(path, "backup", path, ExtraArgs={"ServerSideEncryption": "AES256"})
