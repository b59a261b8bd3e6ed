aws s3 cp 2026.csv s3://reports/ --metadata password=hunter2 # want "`password` in the metadata looks sensitive"
