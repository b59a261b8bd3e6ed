aws s3 cp 2026.csv s3://reports/ --sse-c AES256 --sse-c-key 0123456789abcdef0123456789abcdef # want "a customer key (32 characters) is written here"
