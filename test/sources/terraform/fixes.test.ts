import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../../src/model/change.ts';
import type { Edit } from '../../../src/model/finding.ts';
import { cloudformation } from '../../../src/sources/cloudformation/index.ts';
import type { Source } from '../../../src/sources/source.ts';
import { terraform } from '../../../src/sources/terraform/index.ts';
import { effective, named, said } from './effective.ts';

const denyHttp: Change = {
  verb: 'addStatement',
  statements: [
    {
      Sid: 'DenyPlainHttp',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['${bucket}', '${bucket}/*'],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
};
const key = 'arn:aws:kms:eu-west-1:111122223333:key/k';
const useKms: Change[] = [
  { verb: 'set', path: 'encryption.mode', value: { literal: 'SSE-KMS' } },
  { verb: 'set', path: 'encryption.keyId', value: { literal: key } },
  { verb: 'set', path: 'encryption.bucketKey', value: { literal: true } },
];

interface Mending {
  name: string;
  source: Source;
  file: string;
  text: string;
  of: string;
  changes: Change[];
  says: Record<string, unknown>;
  keeps?: string[];
}

const bucket = 'resource "aws_s3_bucket" "x" {\n  bucket = "reports" # the name\n}\n';
const withPolicy = (policy: string) =>
  `${bucket}\nresource "aws_s3_bucket_policy" "x" {\n  bucket = aws_s3_bucket.x.id\n  policy = ${policy}\n}\n`;
const allow =
  '{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "s3:GetObject", Resource = "${aws_s3_bucket.x.arn}/*" }';
const hcl = (name: string, text: string, changes: Change[], says: Record<string, unknown>): Mending => ({
  ...{ name, text, changes, says, source: terraform, file: 'main.tf', of: 'aws_s3_bucket.x' },
  keeps: ['# the name'],
});
const denied = { 'policy.lets.http': false };
const encrypted = { 'encryption.mode': 'SSE-KMS', 'encryption.keyId': key, 'encryption.bucketKey': true };
const template = (more = '') =>
  `Resources:\n  # kept\n  Reports:\n    Type: AWS::S3::Bucket\n${more}  Other:\n    Type: AWS::SNS::Topic\n`;
const cfn = (name: string, text: string, changes: Change[], says: Record<string, unknown>): Mending => ({
  ...{ name, text, changes, says, source: cloudformation, file: 'template.yaml', of: 'Reports' },
  keeps: ['AWS::SNS::Topic'],
});

const mendings: Mending[] = [
  hcl('a new encryption resource', bucket, useKms, encrypted),
  hcl(
    'a new encryption resource under for_each',
    bucket.replace('{\n', '{\n  for_each = toset(["a"])\n'),
    useKms,
    encrypted,
  ),
  hcl('a new encryption resource under count', bucket.replace('{\n', '{\n  count = 1\n'), useKms, encrypted),
  hcl('a new policy', bucket, [denyHttp], denied),
  hcl(
    'a statement in jsonencode',
    withPolicy(`jsonencode({\n    Version   = "2012-10-17"\n    Statement = [\n      ${allow},\n    ]\n  })`),
    [denyHttp],
    denied,
  ),
  hcl(
    'a statement in a heredoc',
    withPolicy(
      '<<EOF\n{\n  "Statement": [\n    { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "${aws_s3_bucket.x.arn}/*" }\n  ]\n}\nEOF',
    ),
    [denyHttp],
    denied,
  ),
  hcl(
    'a statement in a data document',
    `${withPolicy('data.aws_iam_policy_document.d.json')}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.x.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}
`,
    [denyHttp],
    denied,
  ),
  cfn('encryption of a bucket without properties', template(), useKms, encrypted),
  cfn(
    'encryption behind a comment',
    template('    Properties:\n      BucketName: reports # kept\n'),
    useKms,
    { ...encrypted, name: 'reports' },
  ),
  cfn('a new policy', template(), [denyHttp], denied),
  {
    ...cfn(
      'JSON',
      '{\n  "Resources": {\n    "Reports": {\n      "Type": "AWS::S3::Bucket"\n    },\n    "T": { "Type": "AWS::SNS::Topic" }\n  }\n}\n',
      useKms,
      encrypted,
    ),
    file: 'template.json',
  },
];

describe('fixes in templates', () => {
  for (const { name, source, file, text, of, changes, says, keeps = [] } of mendings) {
    it(`${source.name}: ${name}`, async () => {
      const before = named(await effective(source, { [file]: text }), of);
      const edits = await (await source.load()).write(changes, before, text);
      assert.ok(edits?.length, 'no edits');
      const mended = applied(text, edits);
      const after = named(await effective(source, { [file]: mended }), of);
      for (const [path, value] of Object.entries(says))
        assert.deepEqual(said(after, path), value, `${path}\n${mended}`);
      for (const words of keeps) assert.ok(mended.includes(words), mended);
      if (file.endsWith('.tf')) assertHcl(mended);
    });
  }
});

function applied(text: string, edits: Edit[]): string {
  const backwards = [...edits].sort((a, b) => b.place.start - a.place.start);
  return backwards.reduce(
    (sum, { place, text: words }) => sum.slice(0, place.start) + words + sum.slice(place.end),
    text,
  );
}

/** HashiCorp's own parser reads it (`scripts/setup/hcl.mjs` builds the program). */
function assertHcl(text: string): void {
  const checker = '.cache/bin/hclcheck';
  assert.ok(existsSync(checker), `${checker} is missing: node scripts/setup/hcl.mjs builds it`);
  const folder = mkdtempSync(join(tmpdir(), 'sselint-hcl-'));
  try {
    const file = join(folder, 'main.tf');
    writeFileSync(file, text);
    execFileSync(checker, [file], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
