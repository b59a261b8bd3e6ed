aws s3 cp 2026.csv s3://reports/ --sse aws:KMS # want "`aws:KMS` is no value of x-amz-server-side-encryption"
