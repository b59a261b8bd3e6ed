import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '../../src/report/index.ts';
import { tree } from '../lint/tree.ts';
import { canary } from './files.ts';
import { run } from './run.ts';

const raw = Buffer.from(canary, 'base64').toString();
const hex = Buffer.from(canary, 'base64').toString('hex');

/** What would give the key away, in any encoding that a program could make of it. */
const leaks = [
  raw,
  canary,
  canary.replace(/=+$/, ''),
  Buffer.from(canary, 'base64').toString('base64url'),
  hex,
  hex.toUpperCase(),
  Buffer.from(canary).toString('base64'),
  encodeURIComponent(canary),
];

const typescript = (
  key: string,
) => `import { GetObjectCommand, PutObjectCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
const client = new S3Client({ endpoint: 'http://s3.amazonaws.com' });
const key = '${key}';
const trio = { SSECustomerAlgorithm: 'AES-256', SSECustomerKey: key, SSECustomerKeyMD5: 'AAAA' };
await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'k', Body: '', ...trio, Metadata: { key: '${key}' } }));
await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'l', SSECustomerKey: '${key}', ServerSideEncryption: 'AES256' }));
await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'm', SSECustomerKey: '${key}', SSECustomerAlgorithm: 'AES256' }));
await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
`;

const inputs: Record<string, (key: string) => string> = {
  'a.ts': typescript,
  'a.py': (key) =>
    `import boto3\ns3 = boto3.client("s3", use_ssl=False)\ns3.put_object(Bucket="b", Key="k", Body=b"", SSECustomerKey="${key}", SSECustomerAlgorithm="aes256", Metadata={"key": "${key}"})\ns3.get_object(Bucket="b", Key="k")\n`,
  'a.go': (key) =>
    `package a\n\nimport (\n\t"github.com/aws/aws-sdk-go-v2/aws"\n\t"github.com/aws/aws-sdk-go-v2/service/s3"\n)\n\nfunc a(c *s3.Client) {\n\tc.PutObject(nil, &s3.PutObjectInput{Bucket: aws.String("b"), SSECustomerKey: aws.String("${key}"), SSECustomerAlgorithm: aws.String("AES-256")})\n}\n`,
  'a.sh': (key) =>
    `KEY=${key}\naws s3api put-object --bucket b --key k --sse-customer-key "$KEY" --sse-customer-algorithm AES-256\naws s3 cp a s3://b/k --sse-c AES256 --sse-c-key ${key} --no-verify-ssl\ncurl -T a -H 'x-amz-server-side-encryption-customer-key: ${key}' http://b.s3.amazonaws.com/k\n`,
  'a.http': (key) =>
    `PUT http://b.s3.amazonaws.com/k\nx-amz-server-side-encryption-customer-algorithm: AES-256\nx-amz-server-side-encryption-customer-key: ${key}\nx-amz-server-side-encryption-customer-key-MD5: nonsense\n`,
  'a.tf': (key) =>
    `data "aws_s3_object" "a" {\n  bucket = "b"\n  key    = "k"\n}\n\nresource "aws_s3_object" "a" {\n  bucket        = "b"\n  key           = "k"\n  customer_algorithm = "AES-256"\n  customer_key  = "${key}"\n}\n\nterraform {\n  backend "s3" {\n    sse_customer_key = "${key}"\n  }\n}\n`,
  'spark.conf': (key) =>
    `spark.hadoop.fs.s3a.encryption.algorithm SSE-C\nspark.hadoop.fs.s3a.encryption.key ${key}\n`,
  'rclone.conf': (key) => `[s3]\ntype = s3\nsse_customer_algorithm = AES-256\nsse_customer_key = ${key}\n`,
};

const runs = [
  ['--show-unknown', ...Object.keys(formats).flatMap((format) => ['--format', `${format}=out.${format}`])],
  ['--show-unknown'],
  ['--diff', '--unsafe-fixes'],
  ['--diff'],
  ['facts', '--format', 'json'],
  ['facts'],
];

describe('a customer key', function () {
  this.timeout(60_000);
  for (const [name, key] of Object.entries({ base64: canary, raw, hex })) {
    it(`written as ${name} is in no output`, async () => {
      const files = Object.entries(inputs).map(([file, text]) => [file, text(key)]);
      const cwd = tree(Object.fromEntries(files));
      for (const args of runs) {
        const { out, err } = await run(args, { cwd });
        const saved = readdirSync(cwd).filter((file) => file.startsWith('out.'));
        const all = [out, err, ...saved.map((file) => readFileSync(join(cwd, file), 'utf8'))].join('\n');
        for (const file of saved) rmSync(join(cwd, file));
        const found = leaks.filter((leak) => all.includes(leak));
        const where = found[0] ? all.split('\n').find((line) => line.includes(found[0]!)) : '';
        assert.deepEqual(found, [], `${args.join(' ')}: ${where}`);
      }
    });
  }

  it('is in no baseline, and not in what --fix says', async () => {
    const cwd = tree({ 'a.ts': typescript(canary) });
    const created = await run(['baseline', 'create', '-o', 'baseline.json'], { cwd });
    const fixed = await run(['--fix', '--unsafe-fixes'], { cwd });
    const all = readFileSync(join(cwd, 'baseline.json'), 'utf8') + created.out + fixed.out + fixed.err;
    assert.deepEqual(
      leaks.filter((leak) => all.includes(leak)),
      [],
    );
    assert(readFileSync(join(cwd, 'a.ts'), 'utf8').includes(canary), 'the file itself keeps it');
  });
});
