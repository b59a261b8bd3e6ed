curl -X "$METHOD" https://reports.s3.eu-west-1.amazonaws.com/2026.csv -H "x-amz-server-side-encryption: aws:kms"
