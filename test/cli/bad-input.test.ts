import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tree } from '../lint/tree.ts';
import { bad } from './files.ts';
import { run } from './run.ts';

const mebibyte = 1024 * 1024;
const s3 =
  "import { PutObjectCommand } from '@aws-sdk/client-s3'; // s3 aws:kms x-amz-server-side-encryption\n";
const half = [
  's3.put_object(Bucket="b", ServerSideEncryption=',
  'new PutObjectCommand({ Bucket: `${',
  'resource "aws_s3_bucket" "b" { bucket = "',
  'aws s3 cp a s3://b --sse "',
  'Resources: { B: { Type: AWS::S3::Bucket, Properties: [',
  '{ "Statement": [ { "Effect": "Deny", "Action": "s3:*", ',
];
const extensions = [
  'ts',
  'py',
  'java',
  'go',
  'tf',
  'sh',
  'yaml',
  'json',
  'rb',
  'cs',
  'php',
  'kt',
  'rs',
  'swift',
  'cpp',
  'ps1',
  'md',
  'conf',
  'xml',
];

/** The same text in every language there is, beside a file that is fine. */
function inEvery(text: string | Buffer): Record<string, string | Buffer> {
  return { ...Object.fromEntries(extensions.map((extension) => [`x.${extension}`, text])), 'good.ts': bad };
}

const inputs: Record<string, () => Record<string, string | Buffer>> = {
  'binary files': () => inEvery(Buffer.concat([Buffer.from([0, 1, 2, 255]), Buffer.from(s3)])),
  'invalid UTF-8': () =>
    inEvery(Buffer.concat([Buffer.from(s3), Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0])])),
  'one line of 10 MB': () => ({ 'x.ts': `${s3.trim()} ${'x'.repeat(10 * mebibyte)}`, 'good.ts': bad }),
  '50 MB': () => ({ 'x.py': s3 + 'x = 1\n'.repeat(9 * mebibyte), 'good.ts': bad }),
  '100,000 brackets': () => inEvery(s3 + '['.repeat(100_000)),
  'brackets below the limit': () => inEvery(s3 + '{ "a": ['.repeat(450)),
  'a thousand dashes of YAML': () => ({
    'x.yaml': `aws: s3\nAWSTemplateFormatVersion: x\n${'- '.repeat(20_000)}`,
    'good.ts': bad,
  }),
  'only operators': () => inEvery(`${s3}${'!'.repeat(20_000)}`),
  'long chains': () => inEvery(`${s3}const a = ${'b.'.repeat(5_000)}c\n`),
  'long sums': () => inEvery(`${s3}x = ${'"s3" + '.repeat(5_000)}"s3"\n`),
  'long lines of header names': () => ({
    'x.txt': `${'x-amz-server-side-encryption: '.repeat(30_000)}\n`,
    'good.ts': bad,
  }),
  'half-written code': () => ({
    ...Object.fromEntries(
      half.flatMap((text, at) => extensions.map((extension) => [`${at}.${extension}`, s3 + text])),
    ),
    'good.ts': bad,
  }),
  'empty files': () => inEvery(''),
};

describe('bad input', function () {
  this.timeout(120_000);
  for (const [name, files] of Object.entries(inputs)) {
    it(`${name}: no crash, no hang, and the other files are linted`, async () => {
      const { code, out, err } = await run(['-f', 'json'], { cwd: tree(files()) });
      assert.doesNotMatch(err, /\n\s+at /, 'a stack trace');
      const { findings, errors } = JSON.parse(out);
      assert(
        findings.some(({ file }: { file: string }) => file === 'good.ts'),
        err,
      );
      const unread = errors.filter(({ kind }: { kind: string }) => kind === 'unreadable');
      assert.equal(code, unread.length ? 2 : 1);
      for (const { message } of unread) assert.match(message, /^expected|too deeply nested/);
    });
  }

  it('pipes, devices and links that go in a circle are passed over', async () => {
    const cwd = tree({ 'good.ts': bad });
    execFileSync('mkfifo', [join(cwd, 'pipe.ts')]);
    symlinkSync('/dev/zero', join(cwd, 'zero.ts'));
    symlinkSync('.', join(cwd, 'self'));
    const { code, out } = await run(['-f', 'json'], { cwd });
    const { stats, errors } = JSON.parse(out);
    assert.deepEqual([code, stats.skipped, errors.length], [1, 3, 0]);
    assert.equal((await run(['pipe.ts', 'zero.ts'], { cwd })).code, 2);
  });

  it('a pattern of a workspace cannot make it hang', async () => {
    const cwd = tree({ 'good.ts': bad });
    const evil = `overrides:\n  - files: ['${'*a'.repeat(40)}', '+(a|aa)+(a|aa)b']\n    rules: { request/bad-algorithm: off }\n`;
    writeFileSync(join(cwd, 'sselint.config.yaml'), evil);
    writeFileSync(join(cwd, `${'a'.repeat(200)}.ts`), bad);
    assert.equal((await run([], { cwd })).code, 1);
  });
});
