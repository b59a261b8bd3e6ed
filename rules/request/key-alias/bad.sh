aws s3 cp 2026.csv s3://reports/ --sse aws:kms --sse-kms-key-id alias/reports # want "`alias/reports` is an alias"
