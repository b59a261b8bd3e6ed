import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateKeyCommand, GetKeyRotationStatusCommand } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { Snapshot } from '../../src/sources/snapshot/snapshot.ts';
import { kmsClient, s3Client } from '../servers/clients.ts';
import { startMinistack } from '../servers/ministack.ts';
import { startMoto } from '../servers/moto.ts';
import { faultProxy } from '../servers/proxy.ts';
import type { Server } from '../servers/server.ts';
import { emptyFolder, type Run, sselint, sselintProcess } from './cli.ts';

interface Report {
  findings: { rule: string; file: string; resource: string }[];
  errors: { kind: string; file: string; message: string }[];
}

async function audited(server: { endpoint: string }, ...args: string[]): Promise<Report & Run> {
  const run = await sselint(['audit', '--format', 'json', ...args], server);
  return { ...run, ...(JSON.parse(run.out) as Report) };
}

const httpDeny = (resource: string | string[]) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: resource,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ],
});

async function furnish(server: Server): Promise<string> {
  const s3 = s3Client(server);
  const kms = kmsClient(server);
  for (const Bucket of ['plain', 'keyed', 'half', 'key']) await s3.send(new CreateBucketCommand({ Bucket }));
  const key = (await kms.send(new CreateKeyCommand({}))).KeyMetadata!;
  await s3.send(
    new PutBucketEncryptionCommand({
      Bucket: 'keyed',
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key.Arn },
            BucketKeyEnabled: false,
          },
        ],
      },
    }),
  );
  const half = JSON.stringify(httpDeny('arn:aws:s3:::half/*'));
  await s3.send(new PutBucketPolicyCommand({ Bucket: 'half', Policy: half }));
  await s3.send(
    new PutObjectCommand({ Bucket: 'plain', Key: 'patient.txt', Body: 'x', Metadata: { ssn: '1' } }),
  );
  return key.KeyId!;
}

describe('an account', () => {
  let server: Server;
  let keyId: string;
  before(async function () {
    this.timeout(60_000);
    server = await startMinistack({});
    keyId = await furnish(server);
  });
  after(() => server.stop());

  it('is judged by the rules of templates and code', async () => {
    const { findings, code } = await audited(server, '--sample', '5', '--preset', 'kms');
    const found = findings.map(({ rule, resource }) => `${rule} ${resource}`);
    for (const expected of [
      'policy/allows-http half',
      'bucket/bucket-key-off keyed',
      'bucket/not-kms plain',
      'bucket/no-https-policy plain',
      `key/rotation-off ${keyId}`,
      'object/sensitive-metadata plain/patient.txt',
    ]) {
      assert.ok(found.includes(expected), `${expected} is not among\n${found.join('\n')}`);
    }
    assert.equal(code, 1);
  });

  it('is never called unencrypted', async () => {
    const { findings } = await audited(server, '--sample', '5');
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'object/not-encrypted'),
      [],
    );
  });

  it('can be asked of one bucket by name', async () => {
    const run = await sselint(['audit', 'half', '--format', 'json'], server);
    const { findings } = JSON.parse(run.out) as Report;
    assert.deepEqual([...new Set(findings.map(({ resource }) => resource))], ['half']);
  });

  it('gives the same findings from a saved snapshot, without a network', async () => {
    const folder = emptyFolder();
    const live = await sselint(['audit', '--format', 'json', '--save', 'snap.json'], server, folder);
    const saved = await sselint(['audit', '--from', 'snap.json', '--format', 'json'], undefined, folder);
    const linted = await sselint(['snap.json', '--format', 'json'], undefined, folder);
    const rules = ({ out }: Run) =>
      (JSON.parse(out) as Report).findings.map(({ rule, file }) => `${rule} ${file}`);
    assert.deepEqual(rules(saved), rules(live));
    assert.deepEqual(rules(linted), rules(live));
    assert.doesNotMatch(readFileSync(join(folder, 'snap.json'), 'utf8'), /AWS_SECRET|"test"/);
  });

  it('keeps a password of the endpoint out of what is saved', async () => {
    const folder = emptyFolder();
    const endpoint = server.endpoint.replace('://', '://user:hunter2@');
    const { out, err } = await sselint(['audit', '--save', 'snap.json'], { endpoint }, folder);
    assert.doesNotMatch(out + err + readFileSync(join(folder, 'snap.json'), 'utf8'), /hunter2/);
  });

  it('says what changed since a snapshot', async () => {
    const folder = emptyFolder();
    await sselint(['audit', '--save', 'snap.json'], server, folder);
    const same = await sselint(['audit', '--compare', 'snap.json'], server, folder);
    assert.equal(same.code, 0, same.out);
    const snapshot = JSON.parse(readFileSync(join(folder, 'snap.json'), 'utf8')) as {
      buckets: { name: string; versioning: unknown }[];
    };
    snapshot.buckets.find((bucket) => bucket.name === 'plain')!.versioning = { Status: 'Enabled' };
    writeFileSync(join(folder, 'snap.json'), JSON.stringify(snapshot));
    const other = await sselint(['audit', '--compare', 'snap.json'], server, folder);
    assert.equal(other.code, 1);
    assert.match(other.out, /bucket plain versioning/);
  });

  it('is mended with a preview, verified, and put back', async function () {
    this.timeout(30_000);
    const folder = emptyFolder();
    const s3 = s3Client(server);
    const kms = kmsClient(server);
    const run = await sselint(
      ['audit', '--fix', '--unsafe-fixes', '--yes', '--undo-file', 'undo.json'],
      server,
      folder,
    );
    assert.match(run.out, /s3:PutBucketPolicy/);
    assert.match(run.out, /\+ {8}"Effect": "Deny"|\+ {6}"Effect": "Deny"/);
    const policy = JSON.parse((await s3.send(new GetBucketPolicyCommand({ Bucket: 'half' }))).Policy!) as {
      Statement: unknown[];
    };
    assert.equal(policy.Statement.length, 2, 'the statement is added, and none is replaced');
    const { KeyRotationEnabled } = await kms.send(new GetKeyRotationStatusCommand({ KeyId: keyId }));
    assert.equal(KeyRotationEnabled, true);
    const left = await audited(server);
    assert.deepEqual(
      left.findings.filter(({ rule }) => /allows-http|no-https|rotation-off/.test(rule)),
      [],
    );

    const back = await sselint(['undo', 'undo.json'], server, folder);
    assert.equal(back.code, 0, back.err);
    const before = JSON.parse(
      (await s3.send(new GetBucketPolicyCommand({ Bucket: 'half' }))).Policy!,
    ) as unknown;
    assert.deepEqual(before, httpDeny('arn:aws:s3:::half/*'));
    assert.equal(
      (await kms.send(new GetKeyRotationStatusCommand({ KeyId: keyId }))).KeyRotationEnabled,
      false,
    );
    const { ServerSideEncryptionConfiguration } = await s3.send(
      new GetBucketEncryptionCommand({ Bucket: 'keyed' }),
    );
    assert.equal(ServerSideEncryptionConfiguration?.Rules?.[0]?.BucketKeyEnabled, false);
    // The file knows where it was changed.
    assert.match((await sselint(['undo', 'undo.json'], undefined, folder)).out, /nothing to put back/);
  });

  it('is not changed without a confirmation', async () => {
    const run = await sselintProcess(['audit', '--fix', '--unsafe-fixes'], server);
    assert.equal(run.code, 2);
    assert.match(run.err, /--yes/);
  });
});

describe('an account over https', () => {
  it('is audited where its certificate is trusted', async function () {
    this.timeout(60_000);
    const server = await startMinistack({ tls: true });
    await furnish(server);
    const { out } = await sselintProcess(['audit', '--format', 'json'], server);
    await server.stop();
    const { findings } = JSON.parse(out) as Report;
    assert.ok(findings.some(({ rule, resource }) => rule === 'policy/allows-http' && resource === 'half'));
  });
});

describe('an account that does not answer everything', () => {
  let server: Server;
  before(async function () {
    this.timeout(60_000);
    server = await startMinistack({});
    await furnish(server);
  });
  after(() => server.stop());

  it('lists what is denied with the IAM action that is missing, and passes nothing', async () => {
    const proxy = await faultProxy(server, {
      faults: [{ kind: 'deny', when: /GET \/plain\/\?policy/ }],
    });
    const { errors, findings, code } = await audited(proxy);
    await proxy.stop();
    assert.ok(
      errors.some(({ kind, message }) => kind === 'denied' && /s3:GetBucketPolicy is missing/.test(message)),
      JSON.stringify(errors),
    );
    assert.deepEqual(
      findings.filter(({ rule, resource }) => resource === 'plain' && rule.includes('https')),
      [],
    );
    assert.equal(code, 2);
  });

  it('calls an object SSE-C where S3 will not describe it, and unknown where the call failed', async () => {
    const key = Buffer.alloc(32, 7);
    await s3Client(server).putObject({
      ...{ Bucket: 'half', Key: 'own', Body: 'x', SSECustomerAlgorithm: 'AES256' },
      SSECustomerKey: key.toString('base64'),
    });
    const save = async (where: { endpoint: string }) => {
      const folder = emptyFolder();
      await sselint(['audit', 'half', '--sample', '5', '--save', 'snap.json'], where, folder);
      return (JSON.parse(readFileSync(join(folder, 'snap.json'), 'utf8')) as Snapshot).objects[0]!;
    };
    assert.deepEqual((await save(server)).head, { SSECustomerAlgorithm: 'AES256' });
    const proxy = await faultProxy(server, { faults: [{ kind: 'unsupported', when: /^HEAD/ }] });
    const object = await save(proxy);
    await proxy.stop();
    assert.equal(object.head, undefined);
    assert.equal(object.missing[0]?.part, 'head');
  });

  it('says what a store does not support, and checks the rest', async () => {
    const proxy = await faultProxy(server, {
      faults: [
        { kind: 'unsupported', when: /\?(encryption|policyStatus|publicAccessBlock)/ },
        { kind: 'foreign', when: /\?logging/ },
      ],
    });
    const { errors, findings, code } = await audited(proxy);
    await proxy.stop();
    assert.ok(
      errors.every(({ kind }) => kind === 'unsupported'),
      JSON.stringify(errors, null, 1),
    );
    assert.ok(findings.some(({ rule }) => rule === 'policy/allows-http'));
    assert.equal(code, 1);
  });

  it('gives the same findings when a third of the calls is throttled or cut', async function () {
    this.timeout(120_000);
    const quiet = await audited(server);
    const proxy = await faultProxy(server, {
      faults: [
        { kind: 'throttle', ratio: 0.2 },
        { kind: 'cut', ratio: 0.13 },
      ],
      seed: 7,
    });
    const rough = await audited(proxy);
    const { peak } = proxy;
    await proxy.stop();
    const rules = ({ findings }: Report) => findings.map(({ rule, file }) => `${rule} ${file}`);
    assert.ok(
      rough.errors.some(({ kind }) => kind === 'failed') || rules(rough).join() === rules(quiet).join(),
    );
    assert.ok(peak <= 16, `${peak} connections`);
  });
});

describe('moto, which answers as older stores do', () => {
  let server: Server;
  before(async function () {
    this.timeout(60_000);
    server = await startMoto({});
    const s3 = s3Client(server);
    await s3.send(new CreateBucketCommand({ Bucket: 'old' }));
  });
  after(() => server.stop());

  it('is not called unencrypted where it says that nothing is configured', async () => {
    const { findings } = await audited(server, '--preset', 'strict', '--show-unknown');
    assert.deepEqual(
      findings.filter(({ rule }) => /not-kms|no-explicit-encryption/.test(rule)),
      [],
    );
  });
});

it('prints the read-only policy that an audit needs', async () => {
  const { out } = await sselint(['audit', '--minimal-policy']);
  const { Statement } = JSON.parse(out) as { Statement: { Action: string[] }[] };
  const actions = Statement.flatMap((each) => each.Action);
  assert.ok(actions.includes('s3:GetEncryptionConfiguration') && actions.includes('kms:DescribeKey'));
  assert.ok(
    actions.every((action) => /:(Get|List|Describe)/.test(action)),
    actions.join(),
  );
});

it('cancels the deletion of a key, and leaves it disabled', async function () {
  this.timeout(60_000);
  const server = await startMinistack({});
  const kms = kmsClient(server);
  const { KeyId } = (await kms.send(new CreateKeyCommand({}))).KeyMetadata!;
  await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
  const fixing = ['audit', '--keys', '--fix', '--unsafe-fixes', '--yes', '--rule', 'key/*=off'];
  const run = await sselint([...fixing, '--rule', 'key/pending-deletion=error'], server);
  const state = (await kms.describeKey({ KeyId })).KeyMetadata?.KeyState;
  await server.stop();
  assert.match(run.out, /kms:CancelKeyDeletion\n/);
  assert.equal(run.code, 0, run.out + run.err);
  assert.equal(state, 'Disabled');
});
