// node bench/terraform.mjs: a tree of 300 Terraform files, half of them about S3 and KMS, against other scanners in the same run.
import '../scripts/check-node.cjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const runs = 3;
const bytes = 5_700;
const own = fileURLToPath(new URL('../bin/sselint.cjs', import.meta.url));
execFileSync(process.execPath, [fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))], {
  stdio: 'inherit',
});

const folder = mkdtempSync(join(tmpdir(), 'bench-terraform-'));
const rules = join(folder, 'rules.yaml');
const tree = join(folder, 'tree');
writeTree();
writeFileSync(rules, semgrepRules());

const tools = [
  { name: 'sselint', program: process.execPath, args: [own, '.', '--fail-on', 'never'] },
  {
    name: 'checkov',
    program: 'checkov',
    args: ['-d', '.', '--quiet', '--compact', '--framework', 'terraform', '--skip-download'],
    atLeast: 20,
    install: 'pip install checkov',
  },
  {
    name: 'semgrep',
    program: 'semgrep',
    args: ['scan', '--config', rules, '--metrics=off', '--disable-version-check', '--quiet', '.'],
    atLeast: 7,
    install: 'pip install semgrep',
  },
  {
    name: 'tfsec',
    program: 'tfsec',
    args: ['.', '--no-colour', '--soft-fail'],
    atLeast: 10,
    install: 'go install github.com/aquasecurity/tfsec/cmd/tfsec@latest',
  },
];

let ownMs = 0;
for (const { name, program, args, atLeast, install } of tools) {
  if (name !== 'sselint' && spawnSync(program, ['--version']).error) {
    console.log(`${name}: not installed (${install})`);
    continue;
  }
  const { ms } = await median(runs, program, args, tree);
  if (name === 'sselint') ownMs = ms;
  console.log(
    `${name}: ${ms} ms${atLeast ? `, ${Math.round((ms / ownMs) * 10) / 10} times sselint (at least ${atLeast} wanted)` : ''}`,
  );
}
rmSync(folder, { recursive: true });

function writeTree() {
  for (let stack = 0; stack < 30; stack += 1) {
    const path = join(tree, `stack${stack}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < 10; file += 1)
      writeFileSync(join(path, `part${file}.tf`), fileText(stack, file));
    writeFileSync(join(path, 'part0.tf'), `${fileText(stack, 0)}${shared()}`);
  }
}

/** One bucket in every second file; the rest is what else such trees hold. */
function fileText(stack, file) {
  let text = file % 2 === 0 ? bucket(`b${file}`, `acme-${stack}-${file}`) : '';
  for (let at = 0; text.length < bytes; at += 1) text += host(`h${file}_${at}`, at);
  return text;
}

function shared() {
  return 'variable "subnets" {}\nlocals {\n  tags = { team = "data" }\n}\nresource "aws_kms_key" "main" {\n  enable_key_rotation = true\n}\n';
}

function bucket(name, bucketName) {
  return `resource "aws_s3_bucket" "${name}" {
  bucket = "${bucketName}"
  tags   = local.tags
}

resource "aws_s3_bucket_server_side_encryption_configuration" "${name}" {
  bucket = aws_s3_bucket.${name}.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.main.arn
    }
    bucket_key_enabled = true
  }
}

data "aws_iam_policy_document" "${name}" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.${name}.arn, "\${aws_s3_bucket.${name}.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "${name}" {
  bucket = aws_s3_bucket.${name}.id
  policy = data.aws_iam_policy_document.${name}.json
}

`;
}

function host(name, at) {
  return `resource "aws_instance" "${name}" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = element(var.subnets, ${at})
  user_data     = <<-EOF
    #!/bin/sh
    echo ${name} > /etc/motd
  EOF
  tags = merge(local.tags, { Name = "${name}" })
}

`;
}

function semgrepRules() {
  const rule = (id, pattern) =>
    `  - id: ${id}\n    languages: [terraform]\n    severity: WARNING\n    message: ${id}\n    pattern: |\n${pattern.replace(/^/gm, '      ')}\n`;
  return `rules:\n${[
    rule('bucket', 'resource "aws_s3_bucket" $NAME { ... }'),
    rule(
      'algorithm',
      'resource "aws_s3_bucket_server_side_encryption_configuration" $NAME {\n  ...\n  rule { ... }\n  ...\n}',
    ),
    rule('rotation', 'resource "aws_kms_key" $NAME {\n  ...\n  enable_key_rotation = false\n  ...\n}'),
  ].join('')}`;
}
