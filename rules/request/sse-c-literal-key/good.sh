aws s3 cp 2026.csv s3://reports/ --sse-c AES256 --sse-c-key "$REPORTS_KEY"
