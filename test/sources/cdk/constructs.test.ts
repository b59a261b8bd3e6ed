import assert from 'node:assert/strict';
import { brief, factsOf, fieldsOf } from '../typescript/reading.ts';

const prelude = `import * as cdk from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { aws_kms as kms, aws_iam as iam } from 'aws-cdk-lib';
`;

/** The facts of constructs in few words: `bucket B SSE-KMS`, `policy denies http`. */
async function constructs(code: string): Promise<string[]> {
  const text = `${prelude}export class S extends cdk.Stack { constructor(scope, id, props) { super(scope, id, props);\n${code}\n} }`;
  const facts = await factsOf({ 'a.ts': text });
  return facts.map((fact) => {
    const fields = fieldsOf(fact);
    const value = (path: string) => brief(fields[path]);
    const name = `${fact.kind} ${fact.resource}${fact.complete ? '' : ' …'}`;
    if (fact.kind === 'key') return `${name} rotation ${value('rotation.enabled')}`;
    if (fact.kind === 'policy') return `${name} http ${value('lets.http')} oldTls ${value('lets.oldTls')}`;
    const words = ['mode', 'bucketKey', 'blocked'].map((each) => value(`encryption.${each}`));
    return `${name} ${words.join(' ')}`;
  });
}

const rows: [name: string, code: string, expected: string[]][] = [
  ['nothing is written', `new s3.Bucket(this, 'B')`, ['bucket B - - -']],
  [
    'SSE-S3',
    `new s3.Bucket(this, 'B', { encryption: s3.BucketEncryption.S3_MANAGED })`,
    ['bucket B SSE-S3 - -'],
  ],
  [
    'the AWS managed key',
    `new s3.Bucket(this, 'B', { encryption: s3.BucketEncryption.KMS_MANAGED })`,
    ['bucket B SSE-KMS - -'],
  ],
  [
    'a key that is made for it',
    `new s3.Bucket(this, 'B', { encryption: s3.BucketEncryption.KMS, bucketKeyEnabled: true })`,
    ['bucket B SSE-KMS true -'],
  ],
  ['DSSE', `new s3.Bucket(this, 'B', { encryption: s3.BucketEncryption.DSSE })`, ['bucket B DSSE-KMS - -']],
  [
    'unencrypted is the default',
    `new s3.Bucket(this, 'B', { encryption: s3.BucketEncryption.UNENCRYPTED })`,
    ['bucket B - - -'],
  ],
  [
    'a key alone means KMS',
    `const key = new kms.Key(this, 'K', { rotationPeriod: cdk.Duration.days(180) });\nnew s3.Bucket(this, 'B', { encryptionKey: key })`,
    ['key K rotation true', 'bucket B SSE-KMS - -'],
  ],
  ['a key without rotation', `new kms.Key(this, 'K')`, ['key K rotation false']],
  [
    'blocked types',
    `new s3.Bucket(this, 'B', { blockedEncryptionTypes: [s3.BlockedEncryptionType.SSE_C] })`,
    ['bucket B default - [SSE-C]'],
  ],
  [
    'either encryption',
    `new s3.Bucket(this, 'B', { encryption: props.kms ? s3.BucketEncryption.KMS : s3.BucketEncryption.S3_MANAGED })`,
    ['bucket B SSE-KMS|SSE-S3 - -'],
  ],
  [
    'an encryption that is handed in',
    `new s3.Bucket(this, 'B', { encryption: props.encryption })`,
    ['bucket B ? ? ?'],
  ],
  [
    'enforceSSL',
    `new s3.Bucket(this, 'B', { enforceSSL: true })`,
    ['bucket B - - -', 'policy BPolicy … http false oldTls true'],
  ],
  [
    'a minimum TLS version',
    `new s3.Bucket(this, 'B', { enforceSSL: true, minimumTLSVersion: 1.2 })`,
    ['bucket B - - -', 'policy BPolicy … http false oldTls false'],
  ],
  [
    'a statement that is added',
    `const b = new s3.Bucket(this, 'B');
    b.addToResourcePolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: ['s3:*'], resources: [b.bucketArn, b.arnForObjects('*')], conditions: { Bool: { 'aws:SecureTransport': 'false' } } }))`,
    ['bucket B - - -', 'policy BPolicy … http false oldTls true'],
  ],
  [
    'a statement that leaves the objects out',
    `const b = new s3.Bucket(this, 'B');
    b.addToResourcePolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: ['s3:*'], resources: [b.bucketArn], conditions: { Bool: { 'aws:SecureTransport': 'false' } } }))`,
    ['bucket B - - -', 'policy BPolicy … http true oldTls true'],
  ],
  [
    'a statement that cannot be seen',
    `const b = new s3.Bucket(this, 'B');\nb.addToResourcePolicy(props.statement)`,
    ['bucket B - - -', 'policy BPolicy … http ? oldTls ?'],
  ],
  [
    'props that are handed in',
    `new s3.Bucket(this, 'B', props)`,
    ['bucket B … - - -', 'policy BPolicy … http ? oldTls ?'],
  ],
  [
    'props that are spread',
    `new s3.Bucket(this, 'B', { ...props, encryption: s3.BucketEncryption.S3_MANAGED })`,
    ['bucket B … SSE-S3 - -', 'policy BPolicy … http ? oldTls ?'],
  ],
  [
    'L1',
    `new s3.CfnBucket(this, 'B', { bucketEncryption: { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'k' }, bucketKeyEnabled: true }] } })`,
    ['bucket B SSE-KMS true -'],
  ],
  [
    'L1 of a key',
    `new kms.CfnKey(this, 'K', { enableKeyRotation: true, keyPolicy: {} })`,
    ['key K rotation true'],
  ],
  ["somebody else's bucket", `new other.Bucket(this, 'B')`, []],
  ['a bucket that is looked up', `s3.Bucket.fromBucketName(this, 'B', 'name')`, []],
];

describe('constructs of the CDK', function () {
  this.timeout(20_000);

  for (const [name, code, expected] of rows) {
    it(name, async () => assert.deepEqual((await constructs(code)).sort(), expected.sort()));
  }
});
