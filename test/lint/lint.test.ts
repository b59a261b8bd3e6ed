import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintTree, tree } from './tree.ts';

const bad = 'put logs sse=aes\n';

async function found(files: Record<string, string | Buffer>, options = {}) {
  const result = await lintTree(files, options);
  return result.findings.map(({ rule, place }) => `${place.file}:${place.start} ${rule}`);
}

describe('linting a tree', () => {
  it('finds in every folder, in the order of files', async () => {
    const files = { 'b.toy': bad, 'a/z.toy': bad, 'a/b/c.toy': `\n${bad}`, 'other.txt': bad };
    assert.deepEqual(await found(files), [
      'a/b/c.toy:14 request/bad-word',
      'a/z.toy:13 request/bad-word',
      'b.toy:13 request/bad-word',
    ]);
  });

  it('respects ignore files at every level, and reads hidden folders', async () => {
    const cwd = tree({
      '.gitignore': 'out/\n*.gen.toy\n!keep.gen.toy\n',
      'out/a.toy': bad,
      'b.gen.toy': bad,
      'keep.gen.toy': bad,
      '.hidden/c.toy': bad,
      'deep/.gitignore': 'd.toy\n/only-here.toy\n!../x\n',
      'deep/d.toy': bad,
      'deep/more/d.toy': bad,
      'deep/more/only-here.toy': bad,
      'e/.sselintignore': '*.toy\n',
      'e/e.toy': bad,
    });
    execFileSync('git', ['init', '-q'], { cwd });
    const files = await found({}, { cwd });
    assert.deepEqual(
      files.map((each) => each.split(':')[0]),
      ['.hidden/c.toy', 'deep/more/only-here.toy', 'keep.gen.toy'],
    );
    assert.equal((await found({}, { cwd, paths: ['out', 'b.gen.toy', 'deep'] })).length, 3);
  });

  it('does not read what others wrote, unless it is named', async () => {
    const files = {
      'node_modules/x/a.toy': bad,
      '.terraform/a.toy': bad,
      'env/pyvenv.cfg': '',
      'env/lib/a.toy': bad,
      '.git/a.toy': bad,
    };
    const cwd = tree(files);
    assert.deepEqual(await found({}, { cwd }), []);
    assert.equal((await found({}, { cwd, paths: ['node_modules/x', 'env', '.terraform'] })).length, 3);
  });

  it('reports a path once, however often it is named', async () => {
    const cwd = tree({ 'a/b.toy': bad });
    assert.equal((await found({}, { cwd, paths: ['a', '.', 'a/b.toy', './a/../a/b.toy'] })).length, 1);
  });

  it('only counts links, pipes and devices, and ends where links go in a circle', async () => {
    const cwd = tree({ 'a.toy': bad });
    mkdirSync(join(cwd, 'folder'));
    symlinkSync('..', join(cwd, 'folder/up'));
    symlinkSync('loop', join(cwd, 'loop'));
    symlinkSync('nowhere', join(cwd, 'nowhere.toy'));
    execFileSync('mkfifo', [join(cwd, 'pipe.toy')]);
    const { findings, faults, stats } = await lintTree({}, { cwd });
    assert.equal(findings.length, 1);
    assert.deepEqual(faults, []);
    assert.equal(stats.skipped, 4);
  });

  it('says of named paths why they cannot be read', async () => {
    const cwd = tree({ 'binary.toy': Buffer.from('put x sse=aes\0') });
    symlinkSync('loop', join(cwd, 'loop'));
    execFileSync('mkfifo', [join(cwd, 'pipe.toy')]);
    const { faults } = await lintTree(
      {},
      { cwd, paths: ['missing', 'loop', 'pipe.toy', 'binary.toy', '/dev/null'] },
    );
    assert.deepEqual(
      faults.map(({ file, kind, message }) => [file.split('/').at(-1), kind, message]),
      [
        ['null', 'unreadable', 'expected a file or folder; this is neither'],
        ['binary.toy', 'unreadable', 'expected text; this is a binary file'],
        ['loop', 'unreadable', 'its links go in a circle'],
        ['missing', 'unreadable', 'there is no such file or folder'],
        ['pipe.toy', 'unreadable', 'expected a file or folder; this is neither'],
      ],
    );
  });
});

describe('a file that is hard to read', () => {
  const long = 'x'.repeat(1 << 20);
  const rest = { 'good.toy': bad };

  it('is skipped where it is binary', async () => {
    const { faults, findings, stats } = await lintTree({ ...rest, 'b.toy': Buffer.from('\0put x sse=aes') });
    assert.deepEqual([faults.length, findings.length, stats.skipped], [0, 1, 1]);
  });

  it('is read in its own encoding where it is no UTF-8, with the right place', async () => {
    const text = Buffer.concat([Buffer.from([0xe4, 0xff, 0x0a]), Buffer.from(bad)]);
    assert.deepEqual(await found({ 'latin.toy': text }), ['latin.toy:16 request/bad-word']);
  });

  it('begins after its byte order mark', async () => {
    assert.deepEqual(await found({ 'mark.toy': `\uFEFF${bad}` }), ['mark.toy:13 request/bad-word']);
  });

  it('is an error over 5 MB, if it is past the screen', async () => {
    const files = { ...rest, 'big.toy': long.repeat(6) + bad, 'nothing.toy': long.repeat(6) };
    const { faults, findings } = await lintTree(files);
    assert.equal(findings.length, 1);
    assert.deepEqual(
      faults.map(({ file, kind }) => [file, kind]),
      [['big.toy', 'unreadable']],
    );
    assert.match(faults[0]!.message, /at most 5 MB, it has 6.0 MB/);
  });

  it('is screened across the edges of what is read at once', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const files = { 'edge.toy': `${'x'.repeat((1 << 20) - shift)}put${long.repeat(5)}` };
      assert.equal((await lintTree(files)).faults.length, 1, `shifted by ${shift}`);
    }
  });

  it('is an error where it is nested over 1,000 deep', async () => {
    const { faults, findings } = await lintTree({ ...rest, 'deep.toy': bad + '['.repeat(100_000) });
    assert.equal(findings.length, 1);
    assert.match(faults[0]!.message, /nested at most 1000 deep/);
  });

  it('is an error where its source fails, and the others are linted', async () => {
    const { faults, findings } = await lintTree({ ...rest, 'fails.toy': '!throw put' });
    assert.equal(findings.length, 1);
    assert.deepEqual(
      faults.map(({ file, kind }) => [file, kind]),
      [['fails.toy', 'unreadable']],
    );
  });

  it('is judged around a syntax error', async () => {
    const { faults, findings } = await lintTree({ 'half.toy': `${bad}!syntax` });
    assert.equal(findings.length, 1);
    assert.equal(faults[0]!.kind, 'partial');
  });

  it('is an error without permission', async () => {
    const cwd = tree({ ...rest });
    // Root may read anything; a file of /proc that even root may not read stands for one that others may not.
    const path = '/proc/self/mem';
    writeFileSync(join(cwd, 'x.toy'), bad);
    const { faults, findings } = await lintTree({}, { cwd, paths: ['.', path], sources: undefined });
    assert.equal(findings.length, 0);
    assert.equal(faults[0]?.kind, 'unreadable');
  });
});
