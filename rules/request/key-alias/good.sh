aws s3 cp 2026.csv s3://reports/ --sse aws:kms --sse-kms-key-id 1234abcd-12ab-34cd-56ef-1234567890ab
