import assert from 'node:assert/strict';
import { absent, known, list, oneOf, record, unknown } from '../../src/model/value.ts';
import { fact, judgeOne, ruleOf } from './facts.ts';

const at = (start: number) => ({ place: { file: 'a.ts', start, end: start + 5 } });

describe('judging', () => {
  describe('choices', () => {
    const mode = oneOf('c', [
      { when: '`c` is true', value: known('SSE-KMS', at(10)) },
      { when: '`c` is false', value: known('SSE-S3', at(20)) },
    ]);
    const withoutKey =
      'checks: [{ when: { encryption.mode: SSE-KMS, encryption.keyId: absent }, at: encryption.mode, message: "no key for {encryption.mode}" }]';

    it('are taken together where they are one choice', async () => {
      const keyId = oneOf('c', [
        { when: '`c` is true', value: known('k', at(30)) },
        { when: '`c` is false', value: absent },
      ]);
      const judged = judgeOne(
        [fact('request', { 'encryption.mode': mode, 'encryption.keyId': keyId })],
        [await ruleOf(withoutKey)],
      );
      assert.deepEqual([judged.findings.length, judged.undecided.length], [0, 0]);
    });
    it('are bad where one arm is, and the message names it', async () => {
      const judged = judgeOne([fact('request', { 'encryption.mode': mode })], [await ruleOf(withoutKey)]);
      assert.equal(judged.findings[0]?.message, 'no key for SSE-KMS (when `c` is true)');
      assert.equal(judged.findings[0]?.place.start, 10);
    });
    it('name no arm where all fail', async () => {
      const rule = await ruleOf(
        'checks: [{ when: { encryption.keyId: absent, encryption.mode: present }, message: no key }]',
      );
      const [finding] = judgeOne([fact('request', { 'encryption.mode': mode })], [rule]).findings;
      assert.equal(finding?.message, 'no key');
    });
    it('are bad in a known arm beside one that cannot be known', async () => {
      const value = oneOf('c', [
        { when: 'one', value: unknown('a parameter') },
        { when: 'two', value: known('SSE-KMS', at(40)) },
      ]);
      const { findings, undecided } = judgeOne(
        [fact('request', { 'encryption.mode': value })],
        [await ruleOf(withoutKey)],
      );
      assert.deepEqual([findings.length, undecided.length], [1, 0]);
    });
    it('beyond 64 combinations cannot be known', async () => {
      const paths = [
        'bucket',
        'key',
        'operation',
        'storageClass',
        'metadataDirective',
        'uploadId',
        'encryption.keyId',
      ];
      const fields = paths.map((path) => [
        path,
        oneOf(path, [
          { when: 'a', value: known('a') },
          { when: 'b', value: known('b') },
        ]),
      ]);
      const when = paths.map((path) => `${path}: a`).join(', ');
      const rule = await ruleOf(`checks: [{ when: { ${when} }, message: found }]`);
      const judged = judgeOne([fact('request', Object.fromEntries(fields))], [rule]);
      assert.match(judged.undecided[0]!.reason, /too many choices/);
    });
  });

  describe('each', () => {
    const rule =
      'checks: [{ each: metadataEntries, when: { entry.name: { words: [ssn] } }, at: entry.name, message: "{entry.name} is sensitive" }]';
    const row = (name: string, start: number) => record({ name: known(name, at(start)), value: known('x') });

    it('finds every bad entry, at its own place', async () => {
      const metadataEntries = list([row('ssn', 10), row('color', 20), row('customer-ssn', 30)]);
      const { findings } = judgeOne([fact('request', { metadataEntries })], [await ruleOf(rule)]);
      assert.deepEqual(
        findings.map((each) => [each.message, each.place.start]),
        [
          ['ssn is sensitive', 10],
          ['customer-ssn is sensitive', 30],
        ],
      );
    });
    it('goes on beside an entry that cannot be known', async () => {
      const metadataEntries = { ...list([row('ssn', 10)]), rest: unknown('a spread') as never };
      const { findings, undecided } = judgeOne([fact('request', { metadataEntries })], [await ruleOf(rule)]);
      assert.deepEqual([findings.length, undecided[0]?.reason], [1, 'a spread']);
    });
    it('goes through maps by name and value', async () => {
      const map =
        'checks: [{ each: metadata, when: { entry.name: sse-key }, at: entry.value, message: found, fix: { title: Drop it, drop: entry } }]';
      const metadata = record({ 'sse-key': known('x', at(50)) });
      const [finding] = judgeOne([fact('request', { metadata })], [await ruleOf(map)]).findings;
      assert.equal(finding?.place.start, 50);
      assert.deepEqual(finding?.fixes[0]?.changes, [{ verb: 'drop', path: 'metadata.sse-key' }]);
    });
    it('does not multiply the choices of different entries', async () => {
      const either = (at: number) =>
        oneOf(`c${at}`, [
          { when: 'a', value: known('ssn') },
          { when: 'b', value: known('color') },
        ]);
      const rows = Array.from({ length: 9 }, (_, index) =>
        record({ name: either(index), value: known('x') }),
      );
      const { undecided } = judgeOne(
        [fact('request', { metadataEntries: list(rows) })],
        [await ruleOf(rule)],
      );
      assert.equal(undecided.length, 0);
    });
    it('of groups is one check a group', async () => {
      const groups =
        'checks: [{ each: [customerKey, copySource.customerKey], when: { entry.literal: true }, at: entry.key, message: "{entry.key} written" }]';
      const key = { ...known('k'.repeat(44), at(70)), secret: true as const };
      const fields = { 'copySource.customerKey.literal': true, 'copySource.customerKey.key': key };
      const { findings } = judgeOne([fact('request', fields)], [await ruleOf(groups)]);
      assert.deepEqual(
        findings.map((each) => [each.message, each.place.start]),
        [['44 characters written', 70]],
      );
    });
  });

  describe('links', () => {
    const downgrade =
      'checks: [{ when: { encryption.mode: SSE-S3, into.encryption.mode: SSE-KMS }, message: "{into} wants KMS" }]';
    const put = (links: object) =>
      fact('request', { 'encryption.mode': 'SSE-S3' }, { links: links as never });
    const bucket = fact('bucket', { 'encryption.mode': 'SSE-KMS' });

    it('are read through', async () => {
      const { findings } = judgeOne([put({ into: [bucket] })], [await ruleOf(downgrade)]);
      assert.equal(findings[0]?.message, 'reports wants KMS');
    });
    it('that were not found are unknown', async () => {
      for (const links of [{}, { into: unknown('the bucket is a parameter') }]) {
        const { findings, undecided } = judgeOne([put(links)], [await ruleOf(downgrade)]);
        assert.deepEqual([findings.length, undecided.length], [0, 1]);
      }
    });
    it('that were not found are not there, wherever they were looked for', async () => {
      const rule = await ruleOf('checks: [{ when: { copyOf.customerKey: present }, message: found }]');
      const copy = fact('request', {}, { links: { copyOf: unknown('no write is seen', at(10)) } });
      const { findings, undecided } = judgeOne([copy], [rule]);
      assert.deepEqual([findings.length, undecided.length], [0, 1]);
    });
    it('with several ends that differ are unknown', async () => {
      const other = fact('bucket', { 'encryption.mode': 'SSE-S3' });
      const { findings, undecided } = judgeOne([put({ into: [bucket, other] })], [await ruleOf(downgrade)]);
      assert.deepEqual([findings.length, undecided.length], [0, 1]);
    });
    it('that are empty lead to nothing', async () => {
      const { findings, undecided } = judgeOne([put({ into: [] })], [await ruleOf(downgrade)]);
      assert.deepEqual([findings.length, undecided.length], [0, 0]);
    });
    it('a request is upload by its field, and has an upload by its link', async () => {
      const rule = await ruleOf(
        'checks: [{ when: { upload: false, upload.customerKey: present }, message: found }]',
      );
      const create = fact('request', { 'customerKey.key': 'k' });
      const part = fact('request', { upload: false }, { links: { upload: [create] } });
      assert.equal(judgeOne([part], [rule]).findings.length, 1);
    });
  });

  describe('except', () => {
    const rule = `checks:
  - when: { encryption.mode: SSE-S3 }
    except: [{ when: { logTarget: present }, because: log targets need SSE-S3 }]
    message: not under KMS`;
    it('exempts, and says why', async () => {
      const bucket = fact('bucket', { 'encryption.mode': 'SSE-S3', logTarget: 'accessLog' });
      const { findings, exempted } = judgeOne([bucket], [await ruleOf(rule, 'bucket/test')]);
      assert.equal(findings.length, 0);
      assert.equal(exempted[0]?.reason, 'log targets need SSE-S3');
      assert.equal(exempted[0]?.by, 'exempt');
    });
    it('accuses nothing that may be exempt', async () => {
      const bucket = fact('bucket', { 'encryption.mode': 'SSE-S3', logTarget: unknown('not all is seen') });
      const { findings, undecided } = judgeOne([bucket], [await ruleOf(rule, 'bucket/test')]);
      assert.deepEqual([findings.length, undecided.length], [0, 1]);
    });
  });

  describe('one mistake, one finding', () => {
    it('findings of one rule at one place are one', async () => {
      const rule = await ruleOf('checks: [{ when: { bucket: b }, message: "bad in {operation}" }]');
      const shared = known('b', at(10));
      const facts = ['PutObject', 'GetObject'].map((operation) =>
        fact('request', { bucket: shared, operation }),
      );
      const { findings } = judgeOne(facts, [rule]);
      assert.equal(findings.length, 1);
      assert.deepEqual(
        findings[0]?.related.map((each) => each.message),
        ['bad in GetObject'],
      );
    });
    it('a more specific rule speaks for others on the same fact and on linked ones', async () => {
      const checks = (message: string) =>
        `checks: [{ when: { transport.scheme: http }, message: ${message} }]`;
      const specific = await ruleOf(
        `${checks('specific')}\nsupersedes: [request/general, client/plain]`,
        'request/specific',
      );
      const general = await ruleOf(checks('general'), 'request/general');
      const ofClient = await ruleOf(checks('client'), 'client/plain');
      const client = fact('client', { 'transport.scheme': known('http', at(500)) });
      const other = fact('client', { 'transport.scheme': known('http', at(700)) });
      const request = fact(
        'request',
        { 'transport.scheme': known('http', at(300)) },
        { links: { client: [client] } },
      );
      const { findings } = judgeOne([client, request, other], [specific, general, ofClient]);
      assert.deepEqual(
        findings.map((each) => [each.rule, each.place.start]),
        [
          ['request/specific', 300],
          ['client/plain', 700],
        ],
      );
    });
    it('a more specific rule leaves another request its own mistakes', async () => {
      const of = (bucket: string) => `checks: [{ when: { bucket: ${bucket} }, message: found }]`;
      const specific = await ruleOf(`${of('a')}\nsupersedes: [request/general]`, 'request/specific');
      const general = await ruleOf(of('b'), 'request/general');
      const write = fact('request', { bucket: known('b', at(100)) }, { place: at(100).place });
      const read = fact(
        'request',
        { bucket: known('a', at(300)) },
        { place: at(300).place, links: { writes: [write] } },
      );
      const { findings } = judgeOne([write, read], [specific, general]);
      assert.deepEqual(findings.map((each) => each.rule).sort(), ['request/general', 'request/specific']);
    });
    it('a rule that is off speaks for no other', async () => {
      const checks = 'checks: [{ when: { bucket: b }, message: found }]';
      const specific = await ruleOf(
        `${checks}\nsupersedes: [request/general]\nseverity: { strict: error }`,
        'request/specific',
      );
      const general = await ruleOf(checks, 'request/general');
      const { findings } = judgeOne([fact('request', { bucket: 'b' })], [specific, general]);
      assert.deepEqual(
        findings.map((each) => each.rule),
        ['request/general'],
      );
    });
  });

  describe('presets and options', () => {
    const rule = `severity: { recommended: info, strict: error }
options: { most: { type: integer, description: The most. }, least: { type: integer, default: 3, description: The least. } }
checks:
  - { when: { rotation.periodDays: { exclusiveMaximum: { option: least } } }, message: 'under {option.least}' }
  - { when: { rotation.periodDays: { exclusiveMinimum: { option: most } } }, message: 'over {option.most}', severity: { kms: warning } }`;
    const days = (count: number) => [fact('key', { 'rotation.periodDays': count })];
    const found = async (count: number, settings: object) => {
      const { findings } = judgeOne(days(count), [await ruleOf(rule, 'key/test')], settings);
      return findings.map((each) => `${each.severity}: ${each.message}`);
    };
    it('severities are inherited by the presets above', async () => {
      assert.deepEqual(await found(1, { preset: 'recommended' }), ['info: under 3']);
      assert.deepEqual(await found(1, { preset: 'kms' }), ['info: under 3']);
      assert.deepEqual(await found(1, { preset: 'strict' }), ['error: under 3']);
    });
    it('an option that says nothing switches its check off, a check may bring its own severity', async () => {
      const options = { 'key/test': { most: 50 } };
      assert.deepEqual(await found(100, { preset: 'strict' }), []);
      assert.deepEqual(await found(100, { preset: 'recommended', options }), []);
      assert.deepEqual(await found(100, { preset: 'strict', options }), ['warning: over 50']);
    });
    it('the configuration stands above', async () => {
      assert.deepEqual(await found(1, { severities: { 'key/test': 'off' } }), []);
      assert.deepEqual(await found(1, { severities: { 'key/test': 'warning' } }), ['warning: under 3']);
    });
    it('what a preset expects is any of its modes, and a key that is not the AWS managed one', async () => {
      const expects = await ruleOf(`checks:
  - { when: { encryption.mode: present }, require: { encryption.mode: { preset: mode } }, message: mode }
  - { when: { encryption.keyId: present }, require: { encryption.keyId: { preset: key } }, message: key }`);
      const messages = (mode: string, keyId: string, preset: 'recommended' | 'kms') =>
        judgeOne([fact('request', { 'encryption.mode': mode, 'encryption.keyId': keyId })], [expects], {
          preset,
        }).findings.map((each) => each.message);
      assert.deepEqual(messages('SSE-S3', 'alias/aws/s3', 'recommended'), []);
      assert.deepEqual(messages('SSE-S3', 'alias/aws/s3', 'kms'), ['mode', 'key']);
      assert.deepEqual(messages('DSSE-KMS', 'arn:aws:kms:eu-west-1:111122223333:key/1', 'kms'), []);
    });
  });
});
