import assert from 'node:assert/strict';
import { absent, known, list, record, unknown, type Value } from '../../src/model/value.ts';
import { fact, judgeOne, ruleOf } from './facts.ts';

const place = { file: 'a.ts', start: 10, end: 20 };
const unseen = unknown('nobody knows');
const written = unknown('`key` is a parameter', { place, origin: 'a.ts:5' });

/** What a check with one condition ends in: found, clean, or cannot know. */
async function ending(condition: string, value: Value, clause: 'when' | 'require', other?: Value) {
  const rule = await ruleOf(`checks: [{ ${clause}: { encryption.keyId: ${condition} }, message: found }]`);
  const fields = { 'encryption.keyId': value, ...(other ? { 'customerKey.key': other } : {}) };
  const judged = judgeOne([fact('request', fields)], [rule]);
  if (judged.findings.length) return 'found';
  return judged.undecided.length ? 'cannot know' : 'clean';
}

const text = known('alias-x', { place });
const rows: [string, Value, string, string][] = [
  // condition, value, when → , require →
  ['alias-x', text, 'found', 'clean'],
  ['other', text, 'clean', 'found'],
  ['[other, alias-x]', text, 'found', 'clean'],
  ['{ pattern: ^alias- }', text, 'found', 'clean'],
  ['{ not: { const: other } }', text, 'found', 'clean'],
  ['present', text, 'found', 'clean'],
  ['absent', text, 'clean', 'found'],
  ['alias-x', absent, 'clean', 'found'],
  ['{ not: { const: other } }', absent, 'clean', 'found'],
  ['present', absent, 'clean', 'found'],
  ['absent', absent, 'found', 'clean'],
  ['alias-x', unseen, 'cannot know', 'cannot know'],
  ['present', unseen, 'cannot know', 'cannot know'],
  ['absent', unseen, 'cannot know', 'cannot know'],
  ['alias-x', written, 'cannot know', 'cannot know'],
  ['{ not: { const: other } }', written, 'cannot know', 'cannot know'],
  ['present', written, 'found', 'clean'],
  ['absent', written, 'clean', 'found'],
  ['{ words: [alias] }', text, 'found', 'clean'],
  ['{ words: [lias] }', text, 'clean', 'found'],
  ['{ words: [alias] }', written, 'cannot know', 'cannot know'],
];

describe('conditions', () => {
  for (const [condition, value, when, require] of rows) {
    const name =
      value.is === 'unknown' ? (value.place ? 'an unknown that is written' : 'an unknown') : value.is;
    it(`${condition} of ${name}: when → ${when}, require → ${require}`, async () => {
      assert.equal(await ending(condition, value, 'when'), when);
      assert.equal(await ending(condition, value, 'require'), require);
    });
  }

  describe('same', () => {
    const same = '{ same: customerKey.key }';
    const pairs: [string, Value, Value, string][] = [
      ['equal values', text, known('alias-x'), 'found'],
      ['other values', text, known('y'), 'clean'],
      ['two unknowns of one origin', written, unknown('again', { origin: 'a.ts:5' }), 'found'],
      ['two unknowns of two origins', written, unknown('again', { origin: 'a.ts:9' }), 'cannot know'],
      ['an unknown beside a value', written, text, 'cannot know'],
      ['nothing beside a value', absent, text, 'clean'],
      ['a value beside nothing', text, absent, 'clean'],
    ];
    for (const [name, a, b, result] of pairs) {
      it(`${name} → ${result}`, async () => assert.equal(await ending(same, a, 'when', b), result));
    }
  });

  describe('lists', () => {
    const contains = `checks: [{ when: { inUrl: { contains: { const: b } } }, message: found }]`;
    const of = async (value: Value) =>
      judgeOne([fact('request', { inUrl: value })], [await ruleOf(contains)]);
    it('are judged whole', async () => {
      assert.equal((await of(list([known('a'), known('b')]))).findings.length, 1);
      assert.equal((await of(list([known('a')]))).findings.length, 0);
    });
    it('with an unknown entry are unknown', async () => {
      assert.equal(
        (await of(list([known('b'), written]))).undecided[0]?.reason,
        written.is === 'unknown' && written.reason,
      );
    });
    it('with a rest that cannot be seen are unknown', async () => {
      assert.equal((await of({ ...list([known('b')]), rest: unseen as never })).undecided.length, 1);
    });
  });

  it('a group is there when one of its leaves is', async () => {
    const rule = await ruleOf('checks: [{ when: { customerKey: present }, message: found }]');
    const count = (fields: Record<string, Value>, complete = true) => {
      const { findings, undecided } = judgeOne([fact('request', fields, { complete })], [rule]);
      return [findings.length, undecided.length];
    };
    assert.deepEqual(count({ 'customerKey.key': written }), [1, 0]);
    assert.deepEqual(count({ 'customerKey.key': absent }), [0, 0]);
    assert.deepEqual(count({}), [0, 0]);
    assert.deepEqual(count({}, false), [0, 1]);
    assert.deepEqual(count({ 'customerKey.key': absent }, false), [0, 1]);
    assert.deepEqual(count({ 'customerKey.md5': text }, false), [1, 0]);
  });

  it('any is an or among paths', async () => {
    const rule = await ruleOf(
      'checks: [{ when: { any: [{ customerKey: present }, { bucket: b }], operation: PutObject }, message: found }]',
    );
    const count = (fields: Record<string, string>) =>
      judgeOne([fact('request', fields)], [rule]).findings.length;
    assert.equal(count({ bucket: 'b', operation: 'PutObject' }), 1);
    assert.equal(count({ 'customerKey.key': 'k', operation: 'PutObject' }), 1);
    assert.equal(count({ operation: 'PutObject' }), 0);
    assert.equal(count({ bucket: 'b', operation: 'GetObject' }), 0);
  });

  it('maps with names that cannot be known are unknown', async () => {
    const rule = await ruleOf('checks: [{ when: { metadata: { required: [a] } }, message: found }]');
    const metadata = record([{ name: unseen, value: known('x') }]);
    assert.equal(judgeOne([fact('request', { metadata })], [rule]).undecided.length, 1);
  });
});
