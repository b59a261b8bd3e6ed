import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutBucketEncryptionCommand, PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { readAccount } from '../../src/live/account.ts';
import { kmsClient, s3Client } from '../servers/clients.ts';
import { startMinistack } from '../servers/ministack.ts';
import { type FaultProxy, faultProxy } from '../servers/proxy.ts';
import type { Server } from '../servers/server.ts';
import { account, emptyFolder, sselint, sselintProcess } from './cli.ts';

const fixing = ['audit', '--fix', '--unsafe-fixes', '--yes', '--undo-file', 'undo.json'];

/** A bucket with a policy that must survive, one without, and a key that does not rotate. */
async function furnish(server: Server): Promise<void> {
  const s3 = s3Client(server);
  await s3.send(new CreateBucketCommand({ Bucket: 'kept' }));
  await s3.send(new CreateBucketCommand({ Bucket: 'bare' }));
  const key = (await kmsClient(server).send(new CreateKeyCommand({}))).KeyMetadata!;
  const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key.Arn } as const;
  await s3.send(
    new PutBucketEncryptionCommand({
      Bucket: 'kept',
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: false }],
      },
    }),
  );
  const Statement = [
    {
      Sid: 'Ours',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::kept/public/*',
    },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await s3.send(new PutBucketPolicyCommand({ Bucket: 'kept', Policy }));
}

/** All that the server says of its buckets and keys. */
async function stateOf(server: Server): Promise<unknown> {
  const now = new Date(0);
  Object.assign(process.env, account);
  const { buckets, keys, missing } = await readAccount({
    buckets: [],
    keys: true,
    now,
    endpointUrl: server.endpoint,
  });
  assert.deepEqual(missing, []);
  return { buckets, keys };
}

describe('a run of audit --fix', () => {
  let server: Server;
  let proxy: FaultProxy;
  before(async function () {
    this.timeout(60_000);
    server = await startMinistack({});
    proxy = await faultProxy(server, { faults: [] });
  });
  after(async () => {
    await proxy.stop();
    await server.stop();
  });

  /** The calls from the first one after the undo file is written. */
  async function fixed(folder: string, killAt = Number.POSITIVE_INFINITY): Promise<string[]> {
    const labels: string[] = [];
    let pid = 0;
    const watch = ({ label }: { label: string }) => {
      if (!existsSync(join(folder, 'undo.json'))) return;
      labels.push(label);
      if (labels.length === killAt) process.kill(pid, 'SIGKILL');
    };
    proxy.plan({ faults: [], watch });
    await sselintProcess(fixing, proxy, folder, (started) => {
      pid = started;
    });
    proxy.plan({ faults: [] });
    return labels;
  }

  it('is put back also where one part cannot be', async function () {
    this.timeout(60_000);
    await server.reset();
    await furnish(server);
    const folder = emptyFolder();
    await sselint(fixing, server, folder);
    proxy.plan({ faults: [{ kind: 'deny', when: /PUT \/kept\/\?policy/ }] });
    const stopped = await sselint(['undo', 'undo.json'], proxy, folder);
    assert.equal(stopped.code, 2);
    assert.match(stopped.out, /could not be put back: \S+kept\/policy\.json: AccessDenied/);
    assert.match(stopped.out, /^put back: /m);
    assert.equal((await sselint(['undo', 'undo.json'], server, folder)).code, 0);
    await server.reset();
  });

  it('is put back, whichever call it was killed at', async function () {
    this.timeout(240_000);
    await furnish(server);
    const before = await stateOf(server);
    const steps = await fixed(emptyFolder());
    assert.ok(
      steps.some((label) => label.startsWith('PUT')),
      steps.join('\n'),
    );
    assert.notDeepEqual(await stateOf(server), before);
    for (const at of steps.keys()) {
      await server.reset();
      await furnish(server);
      const state = await stateOf(server);
      const folder = emptyFolder();
      await fixed(folder, at + 1);
      const undone = await sselint(['undo', 'undo.json'], server, folder);
      assert.equal(undone.code, 0, `${steps[at]}: ${undone.err}`);
      assert.deepEqual(await stateOf(server), state, `killed at ${steps[at]}`);
    }
  });
});
