aws s3api put-object --bucket reports --key 2026.csv --body 2026.csv --sse aws:kms # want "`--sse` is rejected or ignored here"
aws s3 cp 2026.csv s3://reports/ --sse-kms-key-id 1234abcd-12ab-34cd-56ef-1234567890ab # want "`--sse-kms-key-id` is rejected or ignored here"
