import assert from 'node:assert/strict';
import { pooled } from '../../src/live/pool.ts';
import { s3Client } from '../servers/clients.ts';
import { startMinistack } from '../servers/ministack.ts';
import { faultProxy } from '../servers/proxy.ts';
import { sselint } from './cli.ts';

it('audits 1,000 buckets over at most 16 connections', async function () {
  this.timeout(240_000);
  const server = await startMinistack({});
  const s3 = s3Client(server);
  const names = Array.from({ length: 1000 }, (_, at) => `bucket-${at}`);
  await pooled(names, 16, (Bucket) => s3.createBucket({ Bucket }));
  const proxy = await faultProxy(server, { faults: [] });
  const { out, err } = await sselint(['audit', '--format', 'json', '--preset', 'kms'], proxy);
  const { peak } = proxy;
  await proxy.stop();
  await server.stop();
  const { findings, errors } = JSON.parse(out) as {
    findings: { rule: string; resource: string }[];
    errors: unknown[];
  };
  assert.deepEqual(errors, [], err);
  const found = findings.filter(({ rule }) => rule === 'bucket/not-kms');
  assert.deepEqual(found.map(({ resource }) => resource).sort(), names.sort());
  assert.ok(peak <= 16, `${peak} connections`);
});
