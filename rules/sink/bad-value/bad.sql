CREATE STAGE reports
  URL = 's3://reports/'
  ENCRYPTION = (TYPE = 'aws:kms'); -- want "`aws:kms` is no value that"
