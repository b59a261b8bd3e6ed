// What the two servers can and cannot do, as the other tests rely on it. A server that learns what it lacks fails here.
import assert from 'node:assert/strict';
import { kmsClient, s3Client } from './clients.ts';
import { startMinistack } from './ministack.ts';
import { startMoto } from './moto.ts';
import type { Server } from './server.ts';
import { createUser } from './user.ts';

const Bucket = 'bucket';

for (const tls of [false, true])
  for (const start of [startMinistack, startMoto]) {
    describe(`${start === startMoto ? 'moto' : 'ministack'} over ${tls ? 'https' : 'http'}`, () => {
      let server: Server;
      before(async () => {
        server = await start({ tls });
        await s3Client(server).createBucket({ Bucket });
      });
      after(() => server.stop());

      it("keeps a bucket's encryption", async () => {
        const s3 = s3Client(server);
        const key = await createKey(server);
        await s3.putBucketEncryption(encryption('aws:kms', key));
        const rule = await onlyRule(server);
        assert.equal(rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm, 'aws:kms');
        assert.equal(rule.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID, key);
        assert.equal(rule.BucketKeyEnabled, true);
      });

      it('keeps DSSE-KMS as a default', async () => {
        await s3Client(server).putBucketEncryption(encryption('aws:kms:dsse', await createKey(server)));
        const rule = await onlyRule(server);
        assert.equal(rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm, 'aws:kms:dsse');
      });

      it('forgets everything when it is reset', async () => {
        await server.reset();
        assert.deepEqual((await s3Client(server).listBuckets({})).Buckets ?? [], []);
      });
    });
  }

describe('ministack', () => {
  let server: Server;
  before(async () => {
    server = await startMinistack();
  });
  beforeEach(async () => {
    await server.reset();
    await s3Client(server).createBucket({ Bucket });
  });
  after(() => server.stop());

  it('answers SSE-S3 for a bucket that nobody configured, as AWS does', async () => {
    assert.equal((await onlyRule(server)).ApplyServerSideEncryptionByDefault?.SSEAlgorithm, 'AES256');
  });

  it('keeps blocked encryption types and the rotation period', async () => {
    await s3Client(server).putBucketEncryption(encryption('AES256', undefined, ['SSE-C']));
    assert.deepEqual((await onlyRule(server)).BlockedEncryptionTypes?.EncryptionType, ['SSE-C']);
    const KeyId = await createKey(server);
    await kmsClient(server).enableKeyRotation({ KeyId, RotationPeriodInDays: 180 });
    assert.equal((await kmsClient(server).getKeyRotationStatus({ KeyId })).RotationPeriodInDays, 180);
  });

  it('reads an SSE-C object only with its key', async () => {
    const s3 = s3Client(server);
    const customer = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32) };
    await s3.putObject({ Bucket, Key: 'a', Body: 'x', ...customer });
    await s3.headObject({ Bucket, Key: 'a', ...customer });
    await assert.rejects(s3.headObject({ Bucket, Key: 'a' }));
  });

  it('lacks ListKeyRotations and RotateKeyOnDemand: HTTP 400, InvalidAction', async () => {
    const KeyId = await createKey(server);
    const lacking = { name: 'InvalidAction' };
    await assert.rejects(kmsClient(server).listKeyRotations({ KeyId }), lacking);
    await assert.rejects(kmsClient(server).rotateKeyOnDemand({ KeyId }), lacking);
  });

  it('lacks DSSE-KMS of objects, and the bucket key of objects', async () => {
    const s3 = s3Client(server);
    const SSEKMSKeyId = await createKey(server);
    const object = { Bucket, Key: 'a', Body: 'x', SSEKMSKeyId };
    await assert.rejects(s3.putObject({ ...object, ServerSideEncryption: 'aws:kms:dsse' }));
    await s3.putObject({ ...object, ServerSideEncryption: 'aws:kms', BucketKeyEnabled: true });
    assert.equal((await s3.headObject({ Bucket, Key: 'a' })).BucketKeyEnabled, undefined);
  });

  it("lacks the bucket's default on its objects, and IsPublic of a policy", async () => {
    const s3 = s3Client(server);
    await s3.putObject({ Bucket, Key: 'a', Body: 'x' });
    assert.equal((await s3.headObject({ Bucket, Key: 'a' })).ServerSideEncryption, undefined);
    assert.deepEqual((await s3.getBucketPolicyStatus({ Bucket })).PolicyStatus, {});
  });

  it('lacks the AWS-managed keys', async () => {
    const call = kmsClient(server).describeKey({ KeyId: 'alias/aws/s3' });
    await assert.rejects(call, { name: 'NotFoundException' });
  });

  it('takes UpdateObjectEncryption for a PutObject, and so destroys the object', () => destroys(server));
});

describe('ministack with auth', () => {
  for (const tls of [false, true])
    it(`denies by IAM and by bucket policy over ${tls ? 'https' : 'http'}`, async () => {
      const server = await startMinistack({ auth: true, tls });
      try {
        const root = s3Client(server);
        await root.createBucket({ Bucket });
        const credentials = await createUser(server, 'ann', {
          Statement: [{ Effect: 'Allow', Action: ['s3:PutObject'], Resource: '*' }],
        });
        const ann = s3Client(server, { credentials });
        const denied = { name: 'AccessDenied' };
        await assert.rejects(ann.getBucketEncryption({ Bucket }), {
          ...denied,
          message: /s3:GetEncryptionConf/,
        });
        await assert.rejects(kmsClient(server, { credentials }).listKeys({}), {
          name: 'AccessDeniedException',
        });

        await ann.putObject({ Bucket, Key: 'a', Body: 'x' });
        await root.putBucketPolicy({ Bucket, Policy: JSON.stringify(demanding) });
        await assert.rejects(ann.putObject({ Bucket, Key: 'a', Body: 'x' }), denied);
        const encrypted = ann.putObject({ Bucket, Key: 'a', Body: 'x', ServerSideEncryption: 'AES256' });
        await (tls ? encrypted : assert.rejects(encrypted, denied));
      } finally {
        await server.stop();
      }
    });
});

describe('moto', () => {
  let server: Server;
  before(async () => {
    server = await startMoto();
  });
  beforeEach(async () => {
    await server.reset();
    await s3Client(server).createBucket({ Bucket });
  });
  after(() => server.stop());

  it('lists and makes key rotations', async () => {
    const kms = kmsClient(server);
    const KeyId = await createKey(server);
    assert.deepEqual((await kms.listKeyRotations({ KeyId })).Rotations, []);
    await kms.rotateKeyOnDemand({ KeyId });
    assert.equal((await kms.listKeyRotations({ KeyId })).Rotations?.[0]?.RotationType, 'ON_DEMAND');
  });

  it('has no encryption for a bucket that nobody configured: 404', async () => {
    const name = 'ServerSideEncryptionConfigurationNotFoundError';
    await assert.rejects(s3Client(server).getBucketEncryption({ Bucket }), { name });
  });

  it('keeps DSSE-KMS and the bucket key of objects', async () => {
    const s3 = s3Client(server);
    const SSEKMSKeyId = await createKey(server);
    const object = { Bucket, Key: 'a', Body: 'x', SSEKMSKeyId };
    await s3.putObject({ ...object, ServerSideEncryption: 'aws:kms:dsse' });
    assert.equal((await s3.headObject({ Bucket, Key: 'a' })).ServerSideEncryption, 'aws:kms:dsse');
    await s3.putObject({ ...object, ServerSideEncryption: 'aws:kms', BucketKeyEnabled: true });
    assert.equal((await s3.headObject({ Bucket, Key: 'a' })).BucketKeyEnabled, true);
  });

  it('lacks blocked encryption types and the rotation period', async () => {
    await s3Client(server).putBucketEncryption(encryption('AES256', undefined, ['SSE-C']));
    assert.equal((await onlyRule(server)).BlockedEncryptionTypes, undefined);
    const KeyId = await createKey(server);
    await kmsClient(server).enableKeyRotation({ KeyId, RotationPeriodInDays: 180 });
    assert.equal((await kmsClient(server).getKeyRotationStatus({ KeyId })).RotationPeriodInDays, undefined);
  });

  it('lacks SSE-C, and takes any word for an algorithm', async () => {
    const s3 = s3Client(server);
    const customer = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32) };
    await s3.putObject({ Bucket, Key: 'a', Body: 'x', ...customer });
    assert.equal((await s3.headObject({ Bucket, Key: 'a' })).SSECustomerAlgorithm, undefined);
    await s3.putObject({ Bucket, Key: 'a', Body: 'x', ServerSideEncryption: 'kms' as 'aws:kms' });
  });

  it('lacks the conditions of a bucket policy: its Deny denies every object call, even of the root', async () => {
    const s3 = s3Client(server);
    await s3.putBucketPolicy({ Bucket, Policy: JSON.stringify(demanding) });
    const call = s3.putObject({ Bucket, Key: 'a', Body: 'x', ServerSideEncryption: 'AES256' });
    await assert.rejects(call, (error: { $metadata: object }) => {
      assert.deepEqual({ ...error.$metadata, httpStatusCode: 403 }, error.$metadata);
      return true;
    });
  });

  it('takes UpdateObjectEncryption for a PutObject, and so destroys the object', () => destroys(server));
});

const demanding = {
  Version: '2012-10-17',
  Statement: ['aws:SecureTransport', 's3:x-amz-server-side-encryption'].map((key, at) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
    Condition: at === 0 ? { Bool: { [key]: 'false' } } : { Null: { [key]: 'true' } },
  })),
};

function encryption(SSEAlgorithm: 'AES256' | 'aws:kms' | 'aws:kms:dsse', key?: string, blocked?: ['SSE-C']) {
  const rule = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm, KMSMasterKeyID: key },
    BucketKeyEnabled: SSEAlgorithm === 'aws:kms' ? true : undefined,
    BlockedEncryptionTypes: blocked && { EncryptionType: blocked },
  };
  return { Bucket, ServerSideEncryptionConfiguration: { Rules: [rule] } };
}

async function onlyRule(server: Server) {
  const answer = await s3Client(server).getBucketEncryption({ Bucket });
  const rules = answer.ServerSideEncryptionConfiguration?.Rules ?? [];
  assert.equal(rules.length, 1);
  return rules[0]!;
}

async function createKey(server: Server): Promise<string> {
  return (await kmsClient(server).createKey({})).KeyMetadata!.Arn!;
}

async function destroys(server: Server): Promise<void> {
  const s3 = s3Client(server);
  const KMSKeyArn = await createKey(server);
  await s3.putObject({ Bucket, Key: 'a', Body: 'x' });
  await s3.updateObjectEncryption({ Bucket, Key: 'a', ObjectEncryption: { SSEKMS: { KMSKeyArn } } });
  const { Body } = await s3.getObject({ Bucket, Key: 'a' });
  assert.match(await Body!.transformToString(), /^<.*KMSKeyArn/);
}
