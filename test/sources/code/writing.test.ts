import assert from 'node:assert/strict';
import type { Change } from '../../../src/model/change.ts';
import { readProgram } from '../../../src/sdks/index.ts';
import { type Adapter, translate } from '../../../src/sources/code/adapter.ts';
import { write } from '../../../src/sources/code/write.ts';

const extensions: Record<string, string> = { java: 'java', kotlin: 'kt', go: 'go', csharp: 'cs', cpp: 'cpp' };

async function changed(language: string, text: string, changes: Change[]): Promise<string | undefined> {
  const module = (await import(`../../../src/sources/code/${language}.ts`)) as Record<string, Adapter>;
  const program = await translate(module[language]!, `file.${extensions[language]}`, text);
  const fact = readProgram(program, { source: 'code', endpoints: {} }).find(
    (each) => each.kind === 'request',
  );
  const edits = fact && (await write(changes, fact, text));
  return edits
    ?.toSorted((a, b) => b.place.start - a.place.start)
    .reduce((after, { place, text: to }) => after.slice(0, place.start) + to + after.slice(place.end), text);
}

const kms: Change[] = [
  { verb: 'set', path: 'encryption.mode', value: { literal: 'SSE-KMS' } },
  { verb: 'set', path: 'encryption.keyId', value: { literal: 'alias/app' } },
];
const drop: Change[] = [{ verb: 'drop', path: 'encryption.keyId' }];

/** What a fix writes, in each language's own style: what stood there, the changes, what stands there then. */
const rows: [string, string, string, Change[], string][] = [
  [
    'java',
    'import software.amazon.awssdk.services.s3.*; class A { void f(S3Client s3) { s3.putObject(PutObjectRequest.builder().',
    'bucket("b").key("k")',
    kms,
    'bucket("b").key("k").serverSideEncryption("aws:kms").ssekmsKeyId("alias/app")',
  ],
  [
    'kotlin',
    'import aws.sdk.kotlin.services.s3.S3Client\nsuspend fun f(s3: S3Client) { s3.putObject {\n',
    '  bucket = "b"\n  key = "k"\n',
    kms,
    '  bucket = "b"\n  key = "k"\n  serverSideEncryption = ServerSideEncryption.fromValue("aws:kms")\n  ssekmsKeyId = "alias/app"\n',
  ],
  [
    'go',
    'package a\nimport (\n"github.com/aws/aws-sdk-go-v2/aws"\n"github.com/aws/aws-sdk-go-v2/service/s3"\n)\nfunc f(c *s3.Client) { c.PutObject(ctx, &s3.PutObjectInput',
    '{\n  Bucket: aws.String("b"),\n  Key: aws.String("k"),\n}',
    kms,
    '{\n  Bucket: aws.String("b"),\n  Key: aws.String("k"),\n  ServerSideEncryption: "aws:kms",\n  SSEKMSKeyId: aws.String("alias/app"),\n}',
  ],
  [
    'csharp',
    'using Amazon.S3; class A { void F(IAmazonS3 s3) { s3.PutObjectAsync(new PutObjectRequest',
    ' { BucketName = "b", Key = "k" }',
    kms,
    ' { BucketName = "b", Key = "k", ServerSideEncryptionMethod = "aws:kms", ServerSideEncryptionKeyManagementServiceKeyId = "alias/app" }',
  ],
  [
    'cpp',
    '#include <aws/s3/S3Client.h>\nvoid f(Aws::S3::S3Client& c) { Aws::S3::Model::PutObjectRequest r;\n',
    'r.SetBucket("b");\nr.SetKey("k");\n',
    kms,
    'r.SetBucket("b");\nr.SetKey("k");\nr.SetServerSideEncryption(Aws::S3::Model::ServerSideEncryption::aws_kms);\nr.SetSSEKMSKeyId("alias/app");\n',
  ],
  [
    'java',
    'import software.amazon.awssdk.services.s3.*; class A { void f(S3Client s3) { s3.putObject(b -> b.',
    'bucket("b").key("k").ssekmsKeyId("x").serverSideEncryption("AES256")',
    drop,
    'bucket("b").key("k").serverSideEncryption("AES256")',
  ],
  [
    'go',
    'package a\nimport "github.com/aws/aws-sdk-go-v2/service/s3"\nfunc f(c *s3.Client) { c.PutObject(ctx, &s3.PutObjectInput',
    '{Bucket: &b, SSEKMSKeyId: aws.String("x"), Key: &k}',
    drop,
    '{Bucket: &b, Key: &k}',
  ],
  [
    'csharp',
    'using Amazon.S3; class A { void F(IAmazonS3 s3) { s3.PutObjectAsync(new PutObjectRequest',
    ' {\n  BucketName = "b",\n  ServerSideEncryptionKeyManagementServiceKeyId = "x",\n  Key = "k",\n}',
    drop,
    ' {\n  BucketName = "b",\n  Key = "k",\n}',
  ],
];
const endings: Record<string, string> = {
  java: '); } }',
  kotlin: '} }',
  go: ') }',
  csharp: '); } }',
  cpp: 'c.PutObject(r); }',
};

describe('fixes in languages with braces', () => {
  for (const [language, before, words, changes, expected] of rows) {
    it(`${language}: ${expected.trim().slice(-50).replaceAll('\n', ' ')}`, async () => {
      const ending = endings[language]!;
      assert.equal(await changed(language, before + words + ending, changes), before + expected + ending);
    });
  }
});
