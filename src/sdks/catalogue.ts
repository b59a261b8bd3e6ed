import airflow from './data/airflow.json' with { type: 'json' };
import cdkDeployment from './data/aws-cdk-s3-deployment.json' with { type: 'json' };
import encryptionSdk from './data/aws-encryption-sdk.json' with { type: 'json' };
import cpp from './data/aws-sdk-cpp.json' with { type: 'json' };
import goV1 from './data/aws-sdk-go-v1.json' with { type: 'json' };
import goV2 from './data/aws-sdk-go-v2.json' with { type: 'json' };
import javaV1 from './data/aws-sdk-java-v1.json' with { type: 'json' };
import javaV2 from './data/aws-sdk-java-v2.json' with { type: 'json' };
import jsV2 from './data/aws-sdk-js-v2.json' with { type: 'json' };
import jsV3 from './data/aws-sdk-js-v3.json' with { type: 'json' };
import kotlin from './data/aws-sdk-kotlin.json' with { type: 'json' };
import net from './data/aws-sdk-net.json' with { type: 'json' };
import php from './data/aws-sdk-php.json' with { type: 'json' };
import ruby from './data/aws-sdk-ruby.json' with { type: 'json' };
import rust from './data/aws-sdk-rust.json' with { type: 'json' };
import swift from './data/aws-sdk-swift.json' with { type: 'json' };
import boto3 from './data/boto3.json' with { type: 'json' };
import djangoStorages from './data/django-storages.json' with { type: 'json' };
import multer from './data/multer-s3.json' with { type: 'json' };
import rusoto from './data/rusoto.json' with { type: 'json' };
import s3fs from './data/s3fs.json' with { type: 'json' };
import type { Sdk } from './sdk.ts';

/** Every SDK that is known; adding one is adding a file and a row here. */
export const sdks: Sdk[] = [
  jsV3,
  jsV2,
  multer,
  cdkDeployment,
  boto3,
  cpp,
  goV1,
  goV2,
  javaV1,
  javaV2,
  kotlin,
  net,
  php,
  ruby,
  rust,
  swift,
  rusoto,
  encryptionSdk,
  s3fs,
  airflow,
  djangoStorages,
] as Sdk[];
