import assert from 'node:assert/strict';
import { terraform } from '../../../src/sources/terraform/index.ts';
import { effective, named, said } from './effective.ts';

/** One form of writing a bucket, and what its effective bucket then says. */
interface Form {
  name: string;
  files: Record<string, string>;
  bucket?: string;
  says: Record<string, unknown>;
}

const rule = (algorithm: string, more = '') => `
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = ${algorithm}
      ${more}
    }
  }`;
const separate = (bucket: string, algorithm = '"aws:kms"', more = '') => `
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  bucket = ${bucket}
  ${rule(algorithm, more)}
}`;
const bucket = (body = 'bucket = "reports"', name = 'x') =>
  `resource "aws_s3_bucket" "${name}" {\n${body}\n}\n`;

const kms = { 'encryption.mode': 'SSE-KMS', 'encryption.written': true };
const none = { 'encryption.mode': 'default', 'encryption.written': false };

const denyHttp = (arn: string, condition = '{ Bool = { "aws:SecureTransport" = "false" } }') => `{
    Version = "2012-10-17"
    Statement = [{
      Effect = "Deny", Principal = "*", Action = "s3:*"
      Resource = ["\${${arn}}", "\${${arn}}/*"]
      Condition = ${condition}
    }]
  }`;
const denyHttpJson = (arn: string, resource = `["\${${arn}}", "\${${arn}}/*"]`) => `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:*", "Resource": ${resource}, "Condition": { "Bool": { "aws:SecureTransport": false } } }]
}`;
const document = (name: string, resources: string, more = '') => `
data "aws_iam_policy_document" "${name}" {
  ${more}
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ${resources}
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = [false]
    }
  }
}`;
const attached = (policy: string, to = 'aws_s3_bucket.x.id') => `
resource "aws_s3_bucket_policy" "x" {
  bucket = ${to}
  policy = ${policy}
}`;
const both = '[aws_s3_bucket.x.arn, "${aws_s3_bucket.x.arn}/*"]';
const denied = { 'policy.written': true, 'policy.intends.http': true, 'policy.lets.http': false };
const open = { 'policy.written': false, 'policy.intends.http': false, 'policy.lets.http': true };
const gap = { 'policy.written': true, 'policy.intends.http': true, 'policy.lets.http': true };

const forms: Form[] = [
  { name: 'nothing written', files: { 'main.tf': bucket() }, says: { ...none, ...open, name: 'reports' } },
  {
    name: 'an inline block',
    files: {
      'main.tf': bucket(`bucket = "reports"\nserver_side_encryption_configuration {${rule('"AES256"')}\n}`),
    },
    says: { 'encryption.mode': 'SSE-S3', 'encryption.written': true },
  },
  {
    name: 'an inline block, wrong',
    files: { 'main.tf': bucket(`server_side_encryption_configuration {${rule('"KMS"')}\n}`) },
    says: { 'encryption.mode': 'invalid', 'encryption.nearest': 'aws:kms' },
  },
  {
    name: 'an inline block, not known',
    files: {
      'main.tf': `variable "a" {}\n${bucket(`server_side_encryption_configuration {${rule('var.a')}\n}`)}`,
    },
    says: { 'encryption.mode': 'unknown' },
  },
  ...[
    'aws_s3_bucket.x.id',
    'aws_s3_bucket.x.bucket',
    '"reports"',
    'local.name',
    'aws_s3_bucket_versioning.v.id',
  ].map((reference) => ({
    name: `a separate resource by ${reference}`,
    files: {
      'main.tf': `locals {\n  name = "reports"\n}\n${bucket()}${separate(reference)}
resource "aws_s3_bucket_versioning" "v" {
  bucket = aws_s3_bucket.x.bucket
  versioning_configuration {
    status = "Enabled"
  }
}`,
    },
    says: { ...kms, 'versioning.status': 'Enabled' },
  })),
  {
    name: 'a separate resource of another bucket',
    files: { 'main.tf': `${bucket()}${separate('"elsewhere"')}` },
    says: none,
  },
  {
    name: 'a separate resource whose bucket is not known',
    files: { 'main.tf': `variable "b" {}\n${bucket()}${separate('var.b')}` },
    says: { 'encryption.mode': 'unknown', 'encryption.written': 'unknown' },
  },
  {
    name: 'the same unknown name on both',
    files: { 'main.tf': `variable "b" {}\n${bucket('bucket = var.b')}${separate('var.b')}` },
    says: kms,
  },
  {
    name: 'count, by index',
    files: {
      'main.tf': `variable "on" { default = true }\n${bucket('count = var.on ? 1 : 0')}${separate('aws_s3_bucket.x[0].id')}`,
    },
    says: kms,
  },
  {
    name: 'count on both, by one condition that is not known',
    files: {
      'main.tf': `variable "on" {}\n${bucket('count = var.on ? 1 : 0')}
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  count  = var.on ? 1 : 0
  bucket = one(aws_s3_bucket.x[*].id)
  ${rule('"aws:kms"')}
}`,
    },
    says: kms,
  },
  {
    name: 'a configuration that may not be there',
    files: {
      'main.tf': `variable "on" {}\n${bucket()}
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  count  = var.on ? 1 : 0
  bucket = aws_s3_bucket.x.id
  ${rule('"aws:kms"')}
}`,
    },
    says: { 'encryption.mode': ['SSE-KMS', 'default'], 'encryption.written': [true, false] },
  },
  {
    name: 'count surely 0',
    files: {
      'main.tf': `variable "on" { default = "false" }\n${bucket()}
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  count  = var.on ? 1 : 0
  bucket = aws_s3_bucket.x.id
  ${rule('"aws:kms"')}
}`,
    },
    says: none,
  },
  {
    name: 'for_each over a map of buckets',
    files: {
      'main.tf': `locals {
  buckets = { reports = { sse = "aws:kms" } }
}
${bucket('for_each = local.buckets\nbucket = each.key')}
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.x[each.key].id
  ${rule('each.value.sse')}
}`,
    },
    says: { ...kms, name: 'reports' },
  },
  {
    name: 'for_each over what is not known',
    files: {
      'main.tf': `variable "buckets" {}
${bucket('for_each = var.buckets\nbucket = each.key')}
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  for_each = var.buckets
  bucket   = aws_s3_bucket.x[each.key].id
  ${rule('"aws:kms"')}
}`,
    },
    says: kms,
  },
  {
    name: 'for_each over the buckets themselves',
    files: {
      'main.tf': `${bucket('for_each = toset(["reports"])\nbucket = each.key')}
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  for_each = aws_s3_bucket.x
  bucket   = each.value.id
  ${rule('"aws:kms"')}
}`,
    },
    says: kms,
  },
  {
    name: 'a child module with the configuration inside',
    files: {
      'main.tf': 'module "m" {\n  source = "./m"\n  sse = "aws:kms"\n}',
      'm/main.tf': `variable "sse" {}\n${bucket()}${separate('aws_s3_bucket.x.id', 'var.sse')}`,
    },
    bucket: 'module.m.aws_s3_bucket.x',
    says: kms,
  },
  {
    name: 'a child module with the configuration outside',
    files: {
      'main.tf': `module "m" {\n  source = "./m"\n}\n${separate('module.m.id')}`,
      'm/main.tf': `${bucket('')}\noutput "id" { value = aws_s3_bucket.x.id }`,
    },
    bucket: 'module.m.aws_s3_bucket.x',
    says: kms,
  },
  {
    name: 'two levels of modules',
    files: {
      'main.tf': 'module "a" {\n  source = "./a"\n  rules = { sse = "aws:kms" }\n}',
      'a/main.tf':
        'variable "rules" {}\nmodule "b" {\n  source = "../b"\n  sse = lookup(var.rules, "sse", "AES256")\n}',
      'b/main.tf': `variable "sse" { default = "AES256" }\n${bucket()}${separate('aws_s3_bucket.x.id', 'var.sse')}`,
    },
    bucket: 'module.a.module.b.aws_s3_bucket.x',
    says: kms,
  },
  {
    name: 'a module that is not here',
    files: {
      'main.tf': `module "m" {\n  source = "corp/bucket/aws"\n}\n${bucket()}${separate('module.m.id')}`,
    },
    says: { 'encryption.mode': 'unknown' },
  },
  {
    name: 'terraform-aws-modules/s3-bucket by its inputs',
    files: {
      'main.tf': `module "m" {
  source = "terraform-aws-modules/s3-bucket/aws"
  bucket = "reports"
  attach_deny_insecure_transport_policy = true
  versioning = { enabled = true }
  server_side_encryption_configuration = {
    rule = {
      apply_server_side_encryption_by_default = { sse_algorithm = "aws:kms", kms_master_key_id = "arn:aws:kms:eu-west-1:111122223333:key/k" }
    }
  }
}`,
    },
    bucket: 'module.m.aws_s3_bucket.this',
    says: { ...kms, ...denied, 'versioning.status': 'Enabled' },
  },
  {
    name: 'a dynamic block',
    files: {
      'main.tf': `variable "sse" { default = { rule = { algorithm = "aws:kms" } } }
${bucket(`dynamic "server_side_encryption_configuration" {
  for_each = try([var.sse["rule"]], [])
  content {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = server_side_encryption_configuration.value.algorithm
      }
    }
  }
}`)}`,
    },
    says: kms,
  },
  {
    name: 'a dynamic block of what is not known',
    files: {
      'main.tf': `variable "rules" {}
${bucket()}
resource "aws_s3_bucket_server_side_encryption_configuration" "x" {
  bucket = aws_s3_bucket.x.id
  dynamic "rule" {
    for_each = var.rules
    content {
      apply_server_side_encryption_by_default {
        sse_algorithm = rule.value
      }
    }
  }
}`,
    },
    says: { 'encryption.mode': 'unknown' },
  },
  {
    name: 'an algorithm that hangs on the key',
    files: {
      'main.tf': `variable "k" {}\n${bucket()}${separate('aws_s3_bucket.x.id', 'length(var.k) > 0 ? "aws:kms" : "AES256"', 'kms_master_key_id = var.k')}`,
    },
    says: { 'encryption.mode': ['SSE-KMS', 'SSE-S3'], 'encryption.keyId': ['unknown', 'absent'] },
  },
  {
    name: 'changes that are ignored',
    files: {
      'main.tf':
        bucket(
          `bucket = "reports"\nlifecycle {\n  ignore_changes = [server_side_encryption_configuration]\n}`,
        ) + separate('aws_s3_bucket.x.id'),
    },
    says: { ...kms, conflicts: 'absent' },
  },
  {
    name: 'inline and apart',
    files: {
      'main.tf':
        bucket(`server_side_encryption_configuration {${rule('"AES256"')}\n}`) +
        separate('aws_s3_bucket.x.id'),
    },
    says: { conflicts: ['aws_s3_bucket.x'] },
  },
  {
    name: 'policy by jsonencode',
    files: { 'main.tf': bucket() + attached(`jsonencode(${denyHttp('aws_s3_bucket.x.arn')})`) },
    says: denied,
  },
  {
    name: 'policy by jsonencode, objects only',
    files: {
      'main.tf':
        bucket() +
        attached(`jsonencode(${denyHttp('aws_s3_bucket.x.arn').replace('"${aws_s3_bucket.x.arn}", ', '')})`),
    },
    says: gap,
  },
  {
    name: 'policy by heredoc',
    files: { 'main.tf': bucket() + attached(`<<-EOF\n${denyHttpJson('aws_s3_bucket.x.arn')}\nEOF\n`) },
    says: denied,
  },
  {
    name: 'policy by heredoc, with the name',
    files: {
      'main.tf':
        bucket() +
        attached(
          `<<EOF\n${denyHttpJson('', '["arn:aws:s3:::${aws_s3_bucket.x.id}", "arn:aws:s3:::reports/*"]')}\nEOF\n`,
        ),
    },
    says: denied,
  },
  {
    name: 'policy by templatefile',
    files: {
      'main.tf':
        bucket() + attached('templatefile("${path.module}/policy.json.tpl", { arn = aws_s3_bucket.x.arn })'),
      'policy.json.tpl': denyHttpJson('arn'),
    },
    says: denied,
  },
  {
    name: 'policy by file and replace',
    files: {
      'main.tf': bucket() + attached('replace(file("policy.json"), "BUCKET", aws_s3_bucket.x.id)'),
      'policy.json': denyHttpJson('', '["arn:aws:s3:::BUCKET", "arn:aws:s3:::BUCKET/*"]'),
    },
    says: denied,
  },
  {
    name: 'policy by a file that is not here',
    files: { 'main.tf': bucket() + attached('file("policy.json")') },
    says: { 'policy.written': true, 'policy.lets.http': 'unknown' },
  },
  {
    name: 'policy by a data document',
    files: { 'main.tf': bucket() + document('d', both) + attached('data.aws_iam_policy_document.d.json') },
    says: denied,
  },
  {
    name: 'policy by a data document, the bucket only',
    files: {
      'main.tf':
        bucket() + document('d', '[aws_s3_bucket.x.arn]') + attached('data.aws_iam_policy_document.d.json'),
    },
    says: gap,
  },
  {
    name: 'policy by two joined data documents',
    files: {
      'main.tf':
        bucket() +
        document('a', both) +
        `\ndata "aws_iam_policy_document" "b" {
  source_policy_documents = compact(concat([data.aws_iam_policy_document.a.json], [""]))
}` +
        attached('data.aws_iam_policy_document.b.json'),
    },
    says: denied,
  },
  {
    name: 'policy by a document that is not here',
    files: {
      'main.tf': `${bucket()}variable "more" {}\ndata "aws_iam_policy_document" "b" {\n  source_policy_documents = [var.more]\n}${attached('data.aws_iam_policy_document.b.json')}`,
    },
    says: { 'policy.written': true, 'policy.lets.http': 'unknown' },
  },
  {
    name: 'policy and bucket in different modules',
    files: {
      'main.tf':
        'module "b" {\n  source = "./b"\n}\nmodule "p" {\n  source = "./p"\n  id = module.b.bucket.id\n  arn = module.b.bucket.arn\n}',
      'b/main.tf': `${bucket('')}output "bucket" {\n  value = aws_s3_bucket.x\n}`,
      'p/main.tf': `variable "id" {}\nvariable "arn" {}\n${attached(`jsonencode(${denyHttp('var.arn')})`, 'var.id')}`,
    },
    bucket: 'module.b.aws_s3_bucket.x',
    says: denied,
  },
  {
    name: 'policy of a principal of this account',
    files: {
      'main.tf': `data "aws_caller_identity" "me" {}\n${bucket()}${attached(`jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::\${data.aws_caller_identity.me.account_id}:root" }, Action = "s3:PutObject", Resource = "\${aws_s3_bucket.x.arn}/*" }]
  })`)}`,
    },
    says: { 'policy.lets.anonymousWrite': false, 'policy.intends.http': false },
  },
  {
    name: 'variables from tfvars',
    files: {
      'main.tf': `variable "a" { default = "AES256" }\n${bucket()}${separate('aws_s3_bucket.x.id', 'var.a')}`,
      'terraform.tfvars': 'a = "aws:kms:dsse"',
    },
    says: { 'encryption.mode': 'DSSE-KMS' },
  },
  {
    name: 'the JSON syntax',
    files: {
      'main.tf.json': JSON.stringify({
        resource: {
          aws_s3_bucket: { x: { bucket: 'reports' } },
          aws_s3_bucket_server_side_encryption_configuration: {
            x: {
              bucket: '${aws_s3_bucket.x.id}',
              rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
            },
          },
        },
      }),
    },
    says: kms,
  },
];

describe('forms of buckets in Terraform', () => {
  for (const { name, files, bucket: resource = 'aws_s3_bucket.x', says } of forms) {
    it(name, async () => {
      const fact = named(await effective(terraform, files), resource);
      for (const [path, value] of Object.entries(says)) assert.deepEqual(said(fact, path), value, path);
    });
  }
});

describe('keys in Terraform', () => {
  const withKey = (key: string, more: string) =>
    `${more}\n${bucket()}${separate('aws_s3_bucket.x.id', '"aws:kms"', `kms_master_key_id = ${key}`)}`;
  const own =
    'resource "aws_kms_key" "k" {\n  enable_key_rotation = true\n}\nresource "aws_kms_alias" "a" {\n  name = "alias/own"\n  target_key_id = aws_kms_key.k.key_id\n}';
  const rows: {
    key: string;
    more?: string;
    form: unknown;
    linked: boolean;
    files?: Record<string, string>;
  }[] = [
    { key: 'aws_kms_key.k.arn', more: own, form: 'arn', linked: true },
    { key: 'aws_kms_key.k.id', more: own, form: 'id', linked: true },
    { key: 'aws_kms_alias.a.arn', more: own, form: 'alias', linked: true },
    { key: 'aws_kms_alias.a.name', more: own, form: 'alias', linked: true },
    { key: '"arn:aws:kms:eu-west-1:111122223333:key/1"', form: 'arn', linked: false },
    { key: '"alias/aws/s3"', form: 'awsManaged', linked: false },
    {
      key: 'data.aws_kms_alias.s3.arn',
      more: 'data "aws_kms_alias" "s3" {\n  name = "alias/aws/s3"\n}',
      form: 'awsManaged',
      linked: false,
    },
    {
      key: 'data.aws_kms_key.k.arn',
      more: 'data "aws_kms_key" "k" {\n  key_id = "alias/own"\n}',
      form: 'arn',
      linked: false,
    },
    { key: 'var.k', more: 'variable "k" {}', form: 'unknown', linked: false },
    {
      key: 'module.k.key_arn',
      more: 'module "k" {\n  source = "./k"\n}',
      form: 'arn',
      linked: true,
      files: { 'k/main.tf': 'resource "aws_kms_key" "k" {}\noutput "key_arn" { value = aws_kms_key.k.arn }' },
    },
  ];
  for (const { key, more = '', form, linked, files } of rows) {
    it(key, async () => {
      const fact = named(
        await effective(terraform, { 'main.tf': withKey(key, more), ...files }),
        'aws_s3_bucket.x',
      );
      assert.equal(said(fact, 'encryption.keyForm'), form);
      assert.equal(Array.isArray(fact.links.key), linked, 'linked');
    });
  }

  it('takes the policy that is written apart', async () => {
    const facts = await effective(terraform, {
      'main.tf': `resource "aws_kms_key" "k" {}
resource "aws_kms_key_policy" "k" {
  key_id = aws_kms_key.k.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:*", Resource = "*" }] })
}`,
    });
    assert.equal(said(named(facts, 'aws_kms_key.k'), 'policy.written'), true);
    assert.equal(facts.filter((fact) => fact.kind === 'key').length, 1);
  });

  it('does not ask for rotation where KMS has none', async () => {
    const facts = await effective(terraform, {
      'main.tf': 'resource "aws_kms_key" "k" {\n  customer_master_key_spec = "RSA_2048"\n}',
    });
    assert.equal(said(named(facts, 'aws_kms_key.k'), 'rotation.supported'), false);
  });
});
