import assert from 'node:assert/strict';
import { cloudformation } from '../../../src/sources/cloudformation/index.ts';
import type { Source } from '../../../src/sources/source.ts';
import { terraform } from '../../../src/sources/terraform/index.ts';
import { effective } from './effective.ts';

const hcl = `variable "on" {}
resource "aws_s3_bucket" "x" {
  count  = var.on ? 1 : 0
  bucket = format("%s-%s", "a", one(aws_s3_bucket.x[*].arn))
  dynamic "rule" {
    for_each = { for k, v in var.rules : k => v if v.on }
    content { id = rule.value["id"] }
  }
}
resource "aws_s3_bucket_policy" "x" {
  bucket = aws_s3_bucket.x[0].id
  policy = <<EOF
{ "Statement": [{ "Effect": "Deny", "Resource": "\${join("", aws_s3_bucket.x.*.arn)}/*" }] }
EOF
}
`;
const yaml = `Resources:
  A:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "a-\${AWS::AccountId}"
      BucketEncryption: !If [C, { ServerSideEncryptionConfiguration: [] }, !Ref "AWS::NoValue"]
Conditions:
  C: !Equals [!Ref A, !GetAtt A.Arn]
`;

const files: [Source, string, string][] = [
  [terraform, 'main.tf', hcl],
  [cloudformation, 'template.yaml', yaml],
];

describe('half-written templates', () => {
  for (const [source, file, text] of files) {
    it(`${source.name}: cut or with a gap anywhere, what can be known is read`, async function () {
      this.timeout(60_000);
      for (let at = 0; at < text.length; at += 5) {
        for (const each of [text.slice(0, at), text.slice(0, at) + text.slice(at + 7)]) {
          await assert.doesNotReject(effective(source, { [file]: each }), each);
        }
      }
    });
  }

  it('reads around a syntax error', async () => {
    const text = `resource "aws_s3_bucket" "a" {\n  bucket = "a"\n}\nresource "aws_s3_bucket" "b" {\n  bucket = (\n`;
    const reader = await terraform.load();
    const workspace = { text: () => text, list: () => ['main.tf'], options: { endpoints: {}, tfvars: [] } };
    const { facts, faults } = await reader.read({ path: 'main.tf', text }, workspace);
    assert.ok(facts.some((fact) => fact.resource === 'aws_s3_bucket.a'));
    assert.equal(faults[0]?.kind, 'partial');
  });
});
