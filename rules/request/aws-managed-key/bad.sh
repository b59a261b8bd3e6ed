aws s3 cp 2026.csv s3://reports/ --sse aws:kms --sse-kms-key-id aws/s3 # want "`aws/s3` is no key id"
