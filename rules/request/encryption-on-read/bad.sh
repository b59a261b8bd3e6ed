curl https://reports.s3.eu-west-1.amazonaws.com/2026.csv -H "x-amz-server-side-encryption: aws:kms" # want "GetObject with server-side encryption parameters is answered with 400"
