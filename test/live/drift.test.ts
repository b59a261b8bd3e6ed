import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { s3Client } from '../servers/clients.ts';
import { startMinistack } from '../servers/ministack.ts';
import type { Server } from '../servers/server.ts';
import { emptyFolder, sselint } from './cli.ts';

const template = `resource "aws_s3_bucket" "changed" {
  bucket = "changed"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "changed" {
  bucket = aws_s3_bucket.changed.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
resource "aws_s3_bucket" "same" {
  bucket = "same"
}
resource "aws_s3_bucket" "elsewhere" {
  bucket = "elsewhere"
}
resource "aws_s3_bucket" "unnamed" {
  bucket = var.name
}
`;

interface Data {
  drift: { bucket: string; field: string; template: unknown; live: unknown }[];
  unmatched: { resource: string; reason: string }[];
  errors: { kind: string }[];
}

describe('drift', () => {
  let server: Server;
  const folder = emptyFolder();
  before(async function () {
    this.timeout(60_000);
    writeFileSync(join(folder, 'main.tf'), template);
    server = await startMinistack({});
    const s3 = s3Client(server);
    for (const Bucket of ['changed', 'same', 'foreign']) await s3.createBucket({ Bucket });
    await s3.putBucketVersioning({ Bucket: 'changed', VersioningConfiguration: { Status: 'Enabled' } });
  });
  after(() => server.stop());

  it('is what a template and the account say differently', async () => {
    const { code, out } = await sselint(['drift', '--format', 'json'], server, folder);
    const { drift, unmatched } = JSON.parse(out) as Data;
    assert.deepEqual(
      drift.map(({ bucket, field, template, live }) => [bucket, field, template, live]),
      [
        ['changed', 'encryption.mode', 'SSE-KMS', 'SSE-S3'],
        ['changed', 'encryption.bucketKey', true, false],
        ['changed', 'versioning.status', { absent: true }, 'Enabled'],
      ],
    );
    assert.deepEqual(
      unmatched.map(({ resource }) => resource),
      ['aws_s3_bucket.elsewhere', 'aws_s3_bucket.unnamed'],
    );
    assert.equal(code, 1);
  });

  it('needs no network where the account was saved', async () => {
    await sselint(['audit', '--save', 'account.json'], server, folder);
    const live = await sselint(['drift'], server, folder);
    const saved = await sselint(['drift', '--from', 'account.json'], undefined, folder);
    assert.match(saved.out, /main\.tf:9:\d+ {2}changed encryption\.mode: SSE-KMS here, SSE-S3 live/);
    assert.deepEqual(saved, live);
  });

  it('is none of a bucket that is as it is written', async () => {
    const other = emptyFolder();
    writeFileSync(join(other, 'main.tf'), 'resource "aws_s3_bucket" "same" {\n  bucket = "same"\n}\n');
    assert.deepEqual(await sselint(['drift'], server, other), { code: 0, out: 'no drift\n', err: '' });
  });
});
