COPY reports FROM 's3://reports/2026/' IAM_ROLE 'arn:aws:iam::111122223333:role/copy'
ENCRYPTED MASTER_SYMMETRIC_KEY 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='; -- want "an encryption key is written here"
