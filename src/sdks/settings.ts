import type { Settings } from './setting.ts';
import athena from './settings/athena.json' with { type: 'json' };
import awsConfig from './settings/aws-config.json' with { type: 'json' };
import dotnet from './settings/dotnet.json' with { type: 'json' };
import dvc from './settings/dvc.json' with { type: 'json' };
import emr from './settings/emr.json' with { type: 'json' };
import environment from './settings/environment.json' with { type: 'json' };
import hadoop from './settings/hadoop-s3a.json' with { type: 'json' };
import kafka from './settings/kafka-connect.json' with { type: 'json' };
import objectStore from './settings/object-store.json' with { type: 'json' };
import rclone from './settings/rclone.json' with { type: 'json' };
import redshift from './settings/redshift.json' with { type: 'json' };
import s3cmd from './settings/s3cmd.json' with { type: 'json' };
import snowflake from './settings/snowflake.json' with { type: 'json' };
import spring from './settings/spring.json' with { type: 'json' };

/** Every service and tool whose settings are known; adding one is adding a file and a row here. */
export const settings = [
  ...[athena, awsConfig, dotnet, dvc, emr, environment, hadoop],
  ...[kafka, objectStore, rclone, redshift, s3cmd, snowflake, spring],
] as unknown as Settings[];
