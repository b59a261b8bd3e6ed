aws s3 cp 2026.csv s3://reports/ --no-verify-ssl # want "certificates are not checked"
