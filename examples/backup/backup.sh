#!/bin/sh
# The nightly backup, and what is wrong with it.
set -eu

aws s3 cp backup.tar.gz s3://company-backup/nightly.tar.gz --sse-kms-key-id alias/backup
aws s3api put-object --bucket company-backup --key last --body last --server-side-encryption SSE-KMS --no-verify-ssl
curl -T last.txt -H 'x-amz-server-side-encryption: AES-256' https://company-backup.s3.amazonaws.com/last.txt
