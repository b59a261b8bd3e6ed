import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { SettingsSchema } from '../../../src/sdks/setting.ts';
import { settings } from '../../../src/sdks/settings.ts';
import { ToolSchema } from '../../../src/sdks/tool.ts';
import { tools } from '../../../src/sdks/tools.ts';
import { config } from '../../../src/sources/config/index.ts';
import { placed, read, summary } from '../facts.ts';

const key = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const property = (name: string, value: string) =>
  `<property><name>${name}</name><value>${value}</value></property>`;

/** Name of what is read, its path and text, and its facts in short. */
const rows: [string, string, string, string[]][] = [
  [
    'Hadoop',
    'core-site.xml',
    `<configuration>${property('fs.s3a.encryption.algorithm', 'SSE-KMS')}\n${property('fs.s3a.encryption.key', 'k1')}</configuration>`,
    ['sink Hadoop S3A SSE-KMS k1'],
  ],
  [
    'Hadoop, a bucket alone, by old names',
    'core-site.xml',
    `<configuration>${property('fs.s3a.bucket.b.server-side-encryption-algorithm', 'aws:kms')}</configuration>`,
    ['sink Hadoop S3A ? aws:kms'],
  ],
  ['XML that is broken', 'core-site.xml', '<configuration><property><name>fs.s3a', []],
  [
    'Spark',
    'spark-defaults.conf',
    'spark.hadoop.fs.s3a.encryption.algorithm  AES256\nspark.hadoop.fs.s3a.connection.ssl.enabled  false',
    ['sink Hadoop S3A SSE-S3', 'client http aws'],
  ],
  [
    'properties with a reference',
    'a.properties',
    'fs.s3a.encryption.algorithm=${algorithm}',
    ['sink Hadoop S3A ? ?'],
  ],
  [
    'rclone',
    'rclone.conf',
    '[s]\ntype = s3\nserver_side_encryption = SSE-KMS\n[d]\ntype = drive\nserver_side_encryption = x',
    ['sink rclone ? SSE-KMS'],
  ],
  [
    's3cmd',
    '.s3cfg',
    '[default]\nserver_side_encryption = True\nuse_https = False\ncheck_ssl_certificate = True',
    ['sink s3cmd SSE-S3', 'client http aws true'],
  ],
  [
    'the AWS configuration',
    '.aws/config',
    '[profile a]\nendpoint_url = http://s3.amazonaws.com\ns3 =\n  signature_version = s3',
    ['client http aws'],
  ],
  ['DVC', '.dvc/config', '[\'remote "r"\']\n  url = s3://b/p\n  sse = AES256', ['sink DVC SSE-S3']],
  [
    'Kafka Connect',
    'sink.properties',
    's3.bucket.name=b\ns3.ssea.name=aws:kms\ns3.sse.kms.key.id=k1',
    ['sink Kafka Connect SSE-KMS k1'],
  ],
  [
    'the environment',
    '.env',
    'export S3_ENDPOINT="http://minio:9000"\nAWS_ENDPOINT_URL=${X}',
    ['client http private', 'client ? ?'],
  ],
  [
    'a composition',
    'compose.yml',
    'services:\n  a:\n    environment:\n      - S3_ENDPOINT=http://s3.amazonaws.com\n',
    ['client http aws'],
  ],
  [
    'Kubernetes',
    'pod.yaml',
    'env:\n  - name: AWS_ENDPOINT_URL\n    value: "http://s3.amazonaws.com"\n',
    ['client http aws'],
  ],
  [
    'Spring',
    'application.yml',
    'spring:\n  cloud:\n    aws:\n      s3:\n        endpoint: http://localhost:4566\n',
    ['client http loopback'],
  ],
  ['.NET', 'appsettings.json', '{ "AWS": { "ServiceURL": "http://s3.amazonaws.com" } }', ['client http aws']],
  [
    'EMR',
    'security.json',
    '{"EncryptionConfiguration": {"EnableAtRestEncryption": true, "AtRestEncryptionConfiguration": {"S3EncryptionConfiguration": {"EncryptionMode": "SSE-KMS", "AwsKmsKey": "k1"}}}}',
    ['sink EMR SSE-KMS k1'],
  ],
  [
    'Redshift, unloading',
    'a.sql',
    "UNLOAD ('select ''a;b''') TO 's3://b/p' KMS_KEY_ID 'k1' ENCRYPTED;",
    ['sink Redshift SSE-KMS k1'],
  ],
  [
    'Redshift, a key among credentials',
    'a.sql',
    `COPY t FROM 's3://b/p' CREDENTIALS 'aws_iam_role=r;master_symmetric_key=${key}';`,
    ['sink Redshift'],
  ],
  [
    'Snowflake',
    'a.sql',
    "CREATE STAGE s URL='s3://b/p/' FILE_FORMAT=(TYPE='CSV') ENCRYPTION=(TYPE='AWS_SSE_KMS' KMS_KEY_ID='k1');",
    ['sink Snowflake SSE-KMS k1'],
  ],
  ['Snowflake, another cloud', 'a.sql', "CREATE STAGE s URL='gcs://b/' ENCRYPTION=(TYPE='GCS_SSE_KMS');", []],
  ['a statement in a comment', 'a.sql', "-- UNLOAD ('x') TO 's3://b/' KMS_KEY_ID 'k1'\nselect 1;", []],
  [
    'what has nothing to do with it',
    'a.yaml',
    'sse: AES256\nendpoint: http://example.com\nencryption: none\n',
    [],
  ],
];

describe('settings', () => {
  for (const [name, path, text, wanted] of rows) {
    it(name, async () => assert.deepEqual(summary(await read(config, path, text)), wanted));
  }

  it('stand at their exact places, in every format', async () => {
    const texts: [string, string][] = [
      ['a.properties', '# x\nfs.s3a.encryption.algorithm = SSE-C\nfs.s3a.encryption.key: KEY=\n'],
      [
        'a.xml',
        `<configuration>\n${property('fs.s3a.encryption.algorithm', 'SSE-C')}\n${property('fs.s3a.encryption.key', 'KEY=')}</configuration>`,
      ],
      ['a.json', '{"fs.s3a.encryption.algorithm": "SSE-C", "fs.s3a.encryption.key": "KEY="}'],
      ['a.yaml', 'fs.s3a.encryption.algorithm: "SSE-C"\nfs.s3a.encryption.key: KEY=\n'],
    ];
    for (const [path, text] of texts) {
      const [fact] = await read(config, path, text.replace('KEY=', key));
      const words = text.replace('KEY=', key);
      assert.deepEqual(
        placed(fact!, words, 'encryption.mode', 'literalKey'),
        ['encryption.mode=SSE-C@SSE-C', `literalKey=true@${key}`],
        path,
      );
      assert.equal((fact!.fields as Record<string, { secret?: true }>).key!.secret, true);
    }
  });
});

describe('data of tools and settings', () => {
  const check = (folder: string, schema: TSchema) => {
    const valid = Compile(schema);
    for (const name of readdirSync(folder)) {
      it(`${folder}/${name} keeps to its schema`, () => {
        const data: unknown = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
        assert.deepEqual(valid.Errors(data), []);
      });
    }
  };
  check('src/sdks/tools', ToolSchema);
  check('src/sdks/settings', SettingsSchema);

  it('are all listed', () => {
    assert.equal(tools.length, readdirSync('src/sdks/tools').length);
    assert.equal(settings.length, readdirSync('src/sdks/settings').length);
  });
});
