import assert from 'node:assert/strict';
import { field } from '../../src/model/fact.ts';
import { known, oneOf, unknown } from '../../src/model/value.ts';
import { judge } from '../../src/rules/judge.ts';
import { standardSettings } from '../../src/rules/rule.ts';
import { fact, judgeOne, ruleOf } from './facts.ts';

const check = (fix: string, kind = 'request') =>
  ruleOf(
    `checks: [{ when: { encryption.mode: present }, message: found, fix: { title: Mend it, ${fix} } }]`,
    `${kind}/test`,
  );
const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/1`;

describe('fixes', () => {
  async function changes(fix: string, fields: object, settings = {}) {
    const { findings } = judgeOne(
      [fact('request', { 'encryption.mode': 'SSE-KMS', ...fields })],
      [await check(fix)],
      settings,
    );
    return findings[0]?.fixes[0]?.changes;
  }

  it('write constants, the nearest word and known values', async () => {
    assert.deepEqual(await changes('set: { encryption.mode: SSE-KMS, encryption.bucketKey: true }', {}), [
      { verb: 'set', path: 'encryption.mode', value: { literal: 'SSE-KMS' } },
      { verb: 'set', path: 'encryption.bucketKey', value: { literal: true } },
    ]);
    assert.deepEqual(
      await changes('set: { encryption.algorithm: nearest }', { 'encryption.nearest': 'aws:kms' }),
      [{ verb: 'set', path: 'encryption.algorithm', value: { literal: 'aws:kms' } }],
    );
    assert.deepEqual(await changes('set: { bucket: { valueOf: key } }', { key: 'k' }), [
      { verb: 'set', path: 'bucket', value: { literal: 'k' } },
    ]);
  });
  it('are not offered where a value is not known, or a secret', async () => {
    assert.equal(await changes('set: { encryption.algorithm: nearest }', {}), undefined);
    assert.equal(await changes('set: { bucket: { valueOf: key } }', { key: unknown('?') }), undefined);
    assert.equal(
      await changes('set: { bucket: { valueOf: key } }', { key: { ...known('k'), secret: true } }),
      undefined,
    );
    assert.equal(await changes('set: { encryption.keyId: { config: keys } }', {}), undefined);
    assert.equal(await changes('set: { encryption.mode: { preset: mode } }', {}), undefined);
  });
  it('write what the preset expects', async () => {
    const set = await changes('set: { encryption.mode: { preset: mode } }', {}, { preset: 'kms' });
    assert.deepEqual(set, [{ verb: 'set', path: 'encryption.mode', value: { literal: 'SSE-KMS' } }]);
  });
  it('write the configured key into statements, and none where there is none', async () => {
    const add = 'addStatement: { statements: [{ Condition: { ArnNotEquals: { id: "${key}" } } }] }';
    const statements = [{ Condition: { ArnNotEquals: { id: key('eu-west-1') } } }];
    assert.deepEqual(await changes(add, {}, { config: { keys: [key('eu-west-1')] } }), [
      { verb: 'addStatement', statements },
    ]);
    assert.equal(await changes(add, {}), undefined);
    assert.equal(await changes(add, {}, { config: { keys: ['alias/own'] } }), undefined);
  });
  it('write the first configured key that fits the Region', async () => {
    const rule = await check('set: { encryption.keyId: { config: keys } }');
    const written = (region: string, keys: string[]) => {
      const bucket = fact('bucket', { region });
      const put = fact('request', { 'encryption.mode': 'SSE-KMS' }, { links: { into: [bucket] } });
      const [finding] = judgeOne([put], [rule], { config: { keys } }).findings;
      const [change] = finding?.fixes[0]?.changes ?? [];
      return change?.verb === 'set' && 'literal' in change.value ? change.value.literal : undefined;
    };
    assert.equal(written('eu-west-1', [key('us-east-1'), key('eu-west-1')]), key('eu-west-1'));
    assert.equal(written('eu-west-1', [key('us-east-1')]), undefined);
    assert.equal(written('eu-west-1', ['alias/data']), 'alias/data');
  });
  it('copy expressions of the same file, and leave out what is absent', async () => {
    const rule = await check(
      'set: { encryption.keyId: { expressionOf: bucket }, encryption.context: { expressionOf: key } }',
    );
    const text = 'put(Bucket=cfg.bucket)';
    const bucket = unknown('cfg', { place: { file: 'a.ts', start: 11, end: 21 } });
    const { findings } = judge(
      [fact('request', { 'encryption.mode': 'SSE-KMS', bucket })],
      [rule],
      standardSettings,
      (file) => (file === 'a.ts' ? text : undefined),
    );
    assert.deepEqual(findings[0]?.fixes[0]?.changes, [
      { verb: 'set', path: 'encryption.keyId', value: { expression: 'cfg.bucket' } },
    ]);
  });
  it('copy what is given, not the declaration it comes from, and nothing from another scope', async () => {
    const rule = await check('set: { encryption.keyId: { expressionOf: readOf.encryption.keyId } }');
    const text = 'def f(key):\n  put(KeyId=key)';
    const at = (start: number, end: number) => ({ file: 'a.ts', start, end });
    const keyId = unknown('key', { place: at(6, 9), name: at(18, 23), entry: at(18, 27) });
    const expression = (scope: number) => {
      const write = fact('request', { 'encryption.keyId': keyId }, { joins: { scope: known(1) } });
      const read = fact(
        'request',
        { 'encryption.mode': 'SSE-KMS' },
        { links: { readOf: [write] }, joins: { scope: known(scope) } },
      );
      const [finding] = judge([read], [rule], standardSettings, () => text).findings;
      const [change] = finding?.fixes[0]?.changes ?? [];
      return change?.verb === 'set' && 'expression' in change.value ? change.value.expression : undefined;
    };
    assert.equal(expression(1), 'key');
    assert.equal(expression(2), undefined);
  });
  it('are safe always, never, or under a condition', async () => {
    const rule = await check('set: { transport.scheme: https }, safe: { transport.hostClass: aws }');
    const safe = (hostClass: string) =>
      judgeOne([fact('request', { 'encryption.mode': 'SSE-C', 'transport.hostClass': hostClass })], [rule])
        .findings[0]?.fixes[0]?.safe;
    assert.equal(safe('aws'), true);
    assert.equal(safe('private'), false);
  });
  it('mend the arm that is wrong, and add nothing that would reach the others', async () => {
    const mode = oneOf('c', [
      { when: 'yes', value: known('SSE-KMS', { place: { file: 'a.ts', start: 5, end: 9 } }) },
      { when: 'no', value: known('SSE-S3') },
    ]);
    const rule = await ruleOf(`checks:
  - when: { encryption.mode: SSE-KMS }
    message: found
    fix: [{ title: Change, set: { encryption.mode: SSE-S3 } }, { title: Add, set: { encryption.keyId: k } }]`);
    const [finding] = judgeOne([fact('request', { 'encryption.mode': mode })], [rule]).findings;
    assert.deepEqual(
      finding?.fixes.map((fix) => fix.title),
      ['Change'],
    );
    assert.equal(field(finding!.fixes[0]!.fact, 'encryption.mode').place?.start, 5);
  });
  it('compute the MD5 of a customer key, and mark it as secret', async () => {
    const rule = await ruleOf(`checks:
  - when: { customerKey: present }
    message: found
    fix: { title: Add, set: { customerKey.md5: { derived: keyMd5 } } }`);
    const md5Of = (value: string, encoding: string) => {
      const fields = {
        'customerKey.key': { ...known(value), secret: true as const },
        'customerKey.encoding': encoding,
      };
      const [change] = judgeOne([fact('request', fields)], [rule]).findings[0]?.fixes[0]?.changes ?? [];
      return change?.verb === 'set' ? change.value : undefined;
    };
    const raw = '0123456789abcdef0123456789abcdef';
    const expected = { literal: 'hRasmdxgYDKV3nvbahU1MA==', secret: true };
    assert.deepEqual(md5Of(raw, 'raw'), expected);
    assert.deepEqual(md5Of(Buffer.from(raw).toString('base64'), 'base64'), expected);
    assert.equal(md5Of('too short', 'raw'), undefined);
    assert.equal(md5Of(raw, 'base64'), undefined);
  });
});
