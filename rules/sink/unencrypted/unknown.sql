CREATE STAGE reports
  URL = 's3://reports/'
  ENCRYPTION = (TYPE = $encryption);
