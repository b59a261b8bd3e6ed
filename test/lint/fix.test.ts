import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { standardConfig } from '../../src/lint/config/config.ts';
import { fix } from '../../src/lint/fix.ts';
import { sessionOf } from '../../src/lint/index.ts';
import { save } from '../../src/lint/save.ts';
import { toy } from './toy.ts';
import { rules, tree } from './tree.ts';

async function mended(content: string | Buffer, unsafe = false) {
  const cwd = tree({ 'a.toy': content });
  const path = join(cwd, 'a.toy');
  chmodSync(path, 0o640);
  const session = await sessionOf({
    cwd,
    paths: ['.'],
    config: standardConfig,
    rules: await rules(),
    sources: [toy],
  });
  const { result, changes, mended: count } = await fix(session, { unsafe });
  const faults = changes.flatMap((change) => save(change, cwd) ?? []);
  assert.equal(statSync(path).mode & 0o777, 0o640);
  return {
    bytes: readFileSync(path),
    rules: result.findings.map(({ rule }) => rule),
    count,
    faults,
    changes,
    cwd,
  };
}

describe('mending', () => {
  it('mends every finding of a file in one go', async () => {
    const { bytes, count, rules: left } = await mended('put a sse=aes\nput b sse=bes\n');
    assert.equal(bytes.toString(), 'put a sse=AES256\nput b sse=AES256\n');
    assert.deepEqual([count, left], [2, []]);
  });

  it('leaves what needs unsafe fixes, until they are asked for', async () => {
    const text = 'put a sse=aes\nput b sse=aws:kms\n';
    assert.deepEqual((await mended(text)).rules, ['request/no-key']);
    assert.equal(
      (await mended(text, true)).bytes.toString(),
      'put a sse=AES256\nput b sse=aws:kms kms=own\n',
    );
  });

  it('leaves every other byte as it was', async () => {
    const cases: [string, Buffer, Buffer][] = [
      ['CRLF', Buffer.from('x\r\nput a sse=aes\r\n'), Buffer.from('x\r\nput a sse=AES256\r\n')],
      ['byte order mark', Buffer.from('\uFEFFput a sse=aes'), Buffer.from('\uFEFFput a sse=AES256')],
      ['no final newline', Buffer.from('put a sse=aes'), Buffer.from('put a sse=AES256')],
      [
        'no UTF-8',
        Buffer.from('\xe4\xff\nput a sse=aes', 'latin1'),
        Buffer.from('\xe4\xff\nput a sse=AES256', 'latin1'),
      ],
    ];
    for (const [name, before, after] of cases) assert.deepEqual((await mended(before)).bytes, after, name);
  });

  it('takes a stale suppression away, and its line where it is alone', async () => {
    const { bytes } = await mended(
      '# sselint-disable-next-line request/bad-word -- old\nput a\nput b # sselint-disable-line -- old\n',
    );
    assert.equal(bytes.toString(), 'put a\nput b\n');
  });

  it('does not overwrite what has changed in between', async () => {
    const { changes, cwd } = await mended('put a sse=aes\n');
    const fault = save(changes[0]!, cwd);
    assert.match(fault!.message, /it has changed since it was read/);
  });

  it('takes back a fix that brings another finding, and keeps the others', async () => {
    const worse = { ...toy, load: async () => ({ ...(await toy.load()), write: makesWorse }) };
    const cwd = tree({ 'a.toy': 'put a sse=aes\nput b sse=bad\nput c sse=ces\n' });
    const session = await sessionOf({
      cwd,
      paths: ['.'],
      config: standardConfig,
      rules: await rules(),
      sources: [worse],
    });
    const { result, changes } = await fix(session, { unsafe: false });
    assert.equal(changes[0]?.after, 'put a sse=AES256\nput b sse=bad\nput c sse=AES256\n');
    assert.deepEqual(
      result.findings.map(({ resource }) => resource),
      ['b'],
    );
  });
});

/** Of `b`, it writes a word that another rule is against. */
const makesWorse: Awaited<ReturnType<typeof toy.load>>['write'] = async (changes, fact, text) => {
  const edits = await (await toy.load()).write(changes, fact, text);
  return fact.resource === 'b' ? edits?.map((edit) => ({ ...edit, text: 'aws:kms' })) : edits;
};
