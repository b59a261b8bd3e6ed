CREATE STAGE reports
  URL = 's3://reports/'
  ENCRYPTION = (TYPE = 'NONE'); -- want "has encryption switched off"
