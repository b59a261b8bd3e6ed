import assert from 'node:assert/strict';
import type { Change } from '../../../src/model/change.ts';
import type { Edit } from '../../../src/model/finding.ts';
import { parse } from '../../../src/sources/typescript/parse.ts';
import { write } from '../../../src/sources/typescript/write.ts';
import { factsOf } from './reading.ts';

const prelude = `import { S3 } from '@aws-sdk/client-s3';\nconst s3 = new S3({});\n`;

function applied(text: string, edits: Edit[]): string {
  const last = [...edits].sort((a, b) => b.place.start - a.place.start);
  return last.reduce(
    (sum, { place, text: to }) => sum.slice(0, place.start) + to + sum.slice(place.end),
    text,
  );
}

/** The code after some changes of its first request; undefined where they cannot be said. */
async function changed(code: string, changes: Change[]): Promise<string | undefined> {
  const text = prelude + code;
  const fact = (await factsOf({ 'a.ts': text })).find(
    (each) => each.kind !== 'client' && each.kind !== 'key',
  );
  assert.ok(fact);
  const edits = await write(changes, fact, text);
  if (!edits) return undefined;
  const after = applied(text, edits);
  assert.deepEqual(parse('a.ts', after).holes, []);
  return after.slice(prelude.length);
}

const mode = (word: string): Change => ({ verb: 'set', path: 'encryption.mode', value: { literal: word } });
const key: Change = { verb: 'set', path: 'encryption.keyId', value: { literal: 'k1' } };

const rows: [name: string, code: string, changes: Change[], after: string | undefined][] = [
  [
    'a value is replaced in its quotes',
    `s3.putObject({ Bucket: 'b', ServerSideEncryption: "AES-256" })`,
    [mode('SSE-KMS')],
    `s3.putObject({ Bucket: 'b', ServerSideEncryption: "aws:kms" })`,
  ],
  [
    'where it is a constant',
    `const sse = 'KMS';\ns3.putObject({ Bucket: 'b', ServerSideEncryption: sse })`,
    [mode('SSE-KMS')],
    `const sse = 'aws:kms';\ns3.putObject({ Bucket: 'b', ServerSideEncryption: sse })`,
  ],
  [
    'an entry is added after its neighbours',
    `s3.putObject({ Bucket: 'b', Key: 'k' })`,
    [mode('SSE-KMS'), key],
    `s3.putObject({ Bucket: 'b', Key: 'k', ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'k1' })`,
  ],
  [
    'in lines of its own',
    `s3.putObject({\n  Bucket: 'b',\n  ServerSideEncryption: 'aws:kms',\n})`,
    [key],
    `s3.putObject({\n  Bucket: 'b',\n  ServerSideEncryption: 'aws:kms',\n  SSEKMSKeyId: 'k1',\n})`,
  ],
  [
    'an entry is dropped',
    `s3.getObject({ Bucket: 'b', ServerSideEncryption: 'AES256' })`,
    [{ verb: 'drop', path: 'encryption.algorithm' }],
    `s3.getObject({ Bucket: 'b' })`,
  ],
  [
    'an entry is dropped with its line',
    `s3.getObject({\n  ServerSideEncryption: 'AES256',\n  Bucket: 'b',\n})`,
    [{ verb: 'drop', path: 'encryption.algorithm' }],
    `s3.getObject({\n  Bucket: 'b',\n})`,
  ],
  [
    'an expression',
    `s3.putObject({ Bucket: 'b', ServerSideEncryption: 'aws:kms' })`,
    [{ verb: 'set', path: 'encryption.keyId', value: { expression: 'process.env.KEY' } }],
    `s3.putObject({ Bucket: 'b', ServerSideEncryption: 'aws:kms', SSEKMSKeyId: process.env.KEY })`,
  ],
  [
    'a key is decoded',
    `s3.putObject({ SSECustomerAlgorithm: 'AES256', SSECustomerKey: process.env.KEY })`,
    [{ verb: 'wrap', path: 'customerKey.key', as: 'decode' }],
    `s3.putObject({ SSECustomerAlgorithm: 'AES256', SSECustomerKey: Buffer.from(process.env.KEY, 'base64') })`,
  ],
  [
    'an empty object',
    `s3.putObject({})`,
    [mode('SSE-S3')],
    `s3.putObject({ ServerSideEncryption: "AES256" })`,
  ],
  ['where nothing can be seen', `const f = (o) => s3.putObject(o)`, [mode('SSE-S3')], undefined],
  [
    "the CDK's own words stay",
    `import * as cdk from 'aws-cdk-lib';\nimport * as aws from 'aws-cdk-lib/aws-s3';\nnew aws.Bucket(app, 'B', { encryption: aws.BucketEncryption.S3_MANAGED })`,
    [mode('SSE-KMS')],
    undefined,
  ],
];

describe('TypeScript: changes as edits', () => {
  for (const [name, code, changes, after] of rows) {
    it(name, async () => assert.equal(await changed(code, changes), after));
  }
});
