import assert from 'node:assert/strict';
import { link } from '../../src/lint/link/index.ts';
import type { AnyFact, LinkedFact } from '../../src/model/fact.ts';
import type { Source, Workspace } from '../../src/sources/source.ts';
import { terraform } from '../../src/sources/terraform/index.ts';
import { typescript } from '../../src/sources/typescript/index.ts';
import { said } from '../sources/terraform/effective.ts';

async function linked(
  files: Record<string, string>,
  buckets: Record<string, unknown> = {},
): Promise<LinkedFact[]> {
  const workspace: Workspace = {
    text: (path) => files[path],
    list: (folder) => (folder === '.' ? Object.keys(files) : []),
    options: { endpoints: {}, tfvars: [] },
  };
  const facts: AnyFact[] = [];
  for (const [path, text] of Object.entries(files)) {
    for (const source of [terraform, typescript] as Source[]) {
      if (source.takes(path))
        facts.push(...(await (await source.load()).read({ path, text }, workspace)).facts);
    }
  }
  return link(facts, { buckets });
}

const code = (...calls: string[]) => `import * as s3 from '@aws-sdk/client-s3';
const client = new s3.S3Client({});
export async function run(id: string, key: string) {
${calls.map((call) => `  await client.send(new s3.${call});`).join('\n')}
}
`;
const bucket = `resource "aws_s3_bucket" "x" {
  bucket = "reports"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  bucket = aws_s3_bucket.x.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
`;

function ends(fact: LinkedFact | undefined, name: string): (string | null)[] | string {
  const found = fact?.links[name];
  return Array.isArray(found) ? found.map((each) => each.resource) : `unknown: ${found?.reason}`;
}

const requests = (facts: LinkedFact[]) => facts.filter((fact) => fact.kind === 'request');

describe('links', function () {
  this.timeout(20_000);

  it('from an upload in code to the bucket of a template, and back', async () => {
    const facts = await linked({
      'main.tf': bucket,
      'a.ts': code("PutObjectCommand({ Bucket: 'reports', Key: 'k', ServerSideEncryption: 'AES256' })"),
    });
    const [upload] = requests(facts);
    assert.deepEqual(ends(upload, 'into'), ['aws_s3_bucket.x']);
    const [into] = upload!.links.into as LinkedFact[];
    assert.equal(said(into, 'encryption.mode'), 'SSE-KMS');
    assert.deepEqual(into!.links.uploads, [upload]);
  });

  it('to a bucket that the configuration tells of', async () => {
    const facts = await linked(
      { 'a.ts': code("PutObjectCommand({ Bucket: 'other', Key: 'k' })") },
      { other: { encryption: { mode: 'DSSE-KMS' } } },
    );
    const [into] = requests(facts)[0]!.links.into as LinkedFact[];
    assert.equal(said(into, 'encryption.mode'), 'DSSE-KMS');
    assert.equal(said(into, 'encryption.keyId'), 'unknown');
  });

  it('to no bucket where none is declared', async () => {
    const facts = await linked({
      'main.tf': bucket,
      'a.ts': code("PutObjectCommand({ Bucket: 'elsewhere', Key: 'k' })"),
    });
    assert.match(String(ends(requests(facts)[0], 'into')), /^unknown/);
  });

  it('to no bucket where two templates declare it', async () => {
    const facts = await linked({
      'main.tf': `${bucket}resource "aws_s3_bucket" "y" {\n  bucket = "reports"\n}\n`,
      'a.ts': code("PutObjectCommand({ Bucket: 'reports', Key: 'k' })"),
    });
    assert.match(String(ends(requests(facts)[0], 'into')), /^unknown/);
  });

  it('from an object of a template to its bucket', async () => {
    const facts = await linked({
      'main.tf': `${bucket}resource "aws_s3_object" "o" {\n  bucket = aws_s3_bucket.x.id\n  key = "k"\n}\n`,
    });
    assert.deepEqual(ends(requests(facts)[0], 'into'), ['aws_s3_bucket.x']);
  });

  it('from a part to the create of its upload', async () => {
    const facts = await linked({
      'a.ts': code(
        "CreateMultipartUploadCommand({ Bucket: 'b', Key: 'k' })",
        "UploadPartCommand({ Bucket: 'b', Key: 'k', UploadId: id, PartNumber: 1 })",
      ),
    });
    const [create, part] = requests(facts);
    assert.deepEqual(part!.links.upload, [create]);
  });

  it('from a read to the write of the same object', async () => {
    const facts = await linked({
      'a.ts': code(
        "PutObjectCommand({ Bucket: 'b', Key: 'k' })",
        "GetObjectCommand({ Bucket: 'b', Key: 'k' })",
        "GetObjectCommand({ Bucket: 'b', Key: 'other' })",
      ),
    });
    const [write, read, other] = requests(facts);
    assert.deepEqual(read!.links.readOf, [write]);
    assert.match(String(ends(other, 'readOf')), /^unknown/);
  });

  it('between a key and the buckets that use it', async () => {
    const facts = await linked({
      'main.tf': `resource "aws_kms_key" "k" {}\n${bucket.replace('sse_algorithm = "aws:kms"', 'sse_algorithm     = "aws:kms"\n      kms_master_key_id = aws_kms_key.k.arn')}`,
    });
    const key = facts.find((fact) => fact.kind === 'key');
    assert.deepEqual(ends(key, 'buckets'), ['aws_s3_bucket.x']);
    assert.deepEqual(
      ends(
        facts.find((fact) => fact.kind === 'bucket'),
        'key',
      ),
      ['aws_kms_key.k'],
    );
  });

  it('from a service to the uploads that it reads', async () => {
    const facts = await linked({
      'main.tf':
        'resource "aws_athena_workgroup" "w" {\n  configuration {\n    result_configuration {\n      output_location = "s3://reports/out/"\n    }\n  }\n}\n',
      'a.ts': code(
        "PutObjectCommand({ Bucket: 'reports', Key: 'out/1' })",
        "PutObjectCommand({ Bucket: 'reports', Key: 'in/1' })",
      ),
    });
    const reads = facts.find((fact) => fact.kind === 'sink')?.links.reads as LinkedFact[];
    assert.deepEqual(
      reads.map((each) => said(each, 'key')),
      ['out/1'],
    );
  });
});
