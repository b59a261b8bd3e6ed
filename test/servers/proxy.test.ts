import assert from 'node:assert/strict';
import { kmsClient, s3Client } from './clients.ts';
import type { Fault } from './faults.ts';
import { startMinistack } from './ministack.ts';
import { type FaultProxy, faultProxy } from './proxy.ts';
import type { Server } from './server.ts';

const Bucket = 'bucket';

for (const tls of [false, true])
  describe(`faults before a server over ${tls ? 'https' : 'http'}`, () => {
    let server: Server;
    let proxy: FaultProxy;
    const enact = (...faults: Fault[]) => proxy.plan({ faults });
    before(async () => {
      server = await startMinistack({ tls });
      await s3Client(server).createBucket({ Bucket });
      proxy = await faultProxy(server, { faults: [] });
    });
    after(async () => {
      await proxy.stop();
      await server.stop();
    });

    it('passes calls on where nothing is planned', async () => {
      enact();
      await s3Client(proxy).putObject({ Bucket, Key: 'a', Body: 'x'.repeat(100_000) });
      assert.equal((await s3Client(server).headObject({ Bucket, Key: 'a' })).ContentLength, 100_000);
      assert.deepEqual(
        proxy.calls.map(({ method, service }) => [method, service]),
        [['PUT', 's3']],
      );
    });

    const words: [Fault['kind'], string, string][] = [
      ['throttle', 'SlowDown', 'ThrottlingException'],
      ['error', 'InternalError', 'KMSInternalException'],
      ['deny', 'AccessDenied', 'AccessDeniedException'],
      ['unsupported', 'NotImplemented', 'UnsupportedOperationException'],
    ];
    for (const [kind, s3, kms] of words)
      it(`answers ${s3} and ${kms}`, async () => {
        enact({ kind });
        await assert.rejects(s3Client(proxy).getBucketPolicy({ Bucket }), { name: s3 });
        await assert.rejects(kmsClient(proxy).listKeys({}), { name: kms });
      });

    it("answers with a page that is not S3's", async () => {
      enact({ kind: 'foreign' });
      await assert.rejects(s3Client(proxy).getBucketPolicy({ Bucket }), /./);
      assert.equal(proxy.calls[0]?.fault, 'foreign');
    });

    it('lets the SDK try again', async () => {
      enact({ kind: 'throttle', when: /\?encryption/, times: 2 });
      await s3Client(proxy, { maxAttempts: 3 }).getBucketEncryption({ Bucket });
      assert.deepEqual(
        proxy.calls.map((call) => call.fault),
        ['throttle', 'throttle', undefined],
      );
    });

    it('cuts a call before the server has it, or after', async () => {
      const s3 = s3Client(proxy);
      const stored = (Key: string) => s3Client(server).headObject({ Bucket, Key });
      enact({ kind: 'cut' });
      await assert.rejects(s3.putObject({ Bucket, Key: 'before', Body: 'x' }));
      await assert.rejects(stored('before'));
      enact({ kind: 'cutAnswer' });
      await assert.rejects(s3.putObject({ Bucket, Key: 'after', Body: 'x' }));
      await stored('after');
    });

    it('delays an answer', async () => {
      enact({ kind: 'delay', ms: 300 });
      const start = Date.now();
      await s3Client(proxy).listBuckets({});
      assert.ok(Date.now() - start >= 300);
    });

    it('meets a share of the calls, the same with the same seed', async () => {
      const met = async (seed: number) => {
        proxy.plan({ seed, faults: [{ kind: 'error', ratio: 1 / 3 }] });
        for (let at = 0; at < 30; at++)
          await s3Client(proxy)
            .listBuckets({})
            .catch(() => undefined);
        return proxy.calls.map((call) => call.fault === 'error');
      };
      const first = await met(7);
      assert.ok(first.includes(true) && first.includes(false));
      assert.deepEqual(await met(7), first);
      assert.notDeepEqual(await met(8), first);
    });

    it('begins after some calls, and shows each to a watcher', async () => {
      const seen: string[] = [];
      proxy.plan({ faults: [{ kind: 'deny', after: 1 }], watch: (call) => void seen.push(call.label) });
      const kms = kmsClient(proxy);
      await kms.listKeys({});
      await assert.rejects(kms.listKeys({}), { name: 'AccessDeniedException' });
      assert.deepEqual(seen, ['kms ListKeys', 'kms ListKeys']);
    });
  });
