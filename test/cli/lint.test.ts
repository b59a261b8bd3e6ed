import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tree } from '../lint/tree.ts';
import { bad, good, warning } from './files.ts';
import { run } from './run.ts';

describe('the exit code', () => {
  const cases: [string, Record<string, string>, string[], number][] = [
    ['clean', { 'a.ts': good }, [], 0],
    ['nothing to read', {}, [], 0],
    ['an error', { 'a.ts': bad }, [], 1],
    ['a warning', { 'a.ts': warning }, [], 0],
    ['a warning that counts', { 'a.ts': warning }, ['--fail-on', 'warning'], 1],
    ['an error that does not', { 'a.ts': bad }, ['--fail-on', 'never'], 0],
    ['a rule made an error', { 'a.ts': warning }, ['--rule', 'request/aws-managed-key=error'], 1],
    ['a rule that is off', { 'a.ts': bad }, ['--rule', 'request/*=off'], 0],
    ['a stricter preset', { 'a.ts': warning }, ['--preset', 'kms'], 1],
    ['a path that is not there', { 'a.ts': bad }, ['missing', 'a.ts'], 2],
    ['a syntax error', { 'a.ts': `${good}const =` }, [], 0],
    ['a syntax error, strictly', { 'a.ts': `${good}const =` }, ['--strict-parse'], 2],
    ['no such flag', {}, ['--nope'], 2],
    ['no such format', {}, ['--format', 'nope'], 2],
    ['no such preset', {}, ['--preset', 'nope'], 2],
    ['no such severity', {}, ['--rule', 'request/bad-algorithm=fatal'], 2],
    ['no such rule', { 'a.ts': good }, ['--rule', 'request/nope=error'], 2],
    ['no such revision', {}, ['--changed=nope'], 2],
    ['help', {}, ['--help'], 0],
    ['the version', {}, ['--version'], 0],
    ['a broken configuration', { 'sselint.config.yaml': 'preset: nope\n', 'a.ts': good }, [], 2],
  ];
  for (const [name, files, args, code] of cases) {
    it(`of ${name} is ${code}`, async () => {
      const ran = await run(args, { cwd: tree(files) });
      assert.equal(ran.code, code, ran.out + ran.err);
      assert.doesNotMatch(ran.err, /^\s+at /m, 'a stack trace');
    });
  }
});

describe('the command line', () => {
  it('says in one line what is wrong with a flag', async () => {
    const { err } = await run(['--formt', 'json'], { cwd: tree({}) });
    assert.equal(err, "sselint: unknown option '--formt'\n(Did you mean --format?)\n");
  });

  it('prints the same twice', async () => {
    const cwd = tree({ 'b.ts': bad, 'a/c.ts': bad, 'a.ts': warning });
    const [first, second] = await Promise.all([
      run(['-f', 'github'], { cwd }),
      run(['-f', 'github'], { cwd }),
    ]);
    assert.equal(first.out, second.out);
    assert.match(first.out, /file=a\.ts.*file=a\/c\.ts.*file=b\.ts/s);
  });

  it('says the same with several threads', async () => {
    const cwd = tree({
      'a.ts': bad,
      'b.ts': warning,
      'c/d.ts': bad,
      'e.sh': 'aws s3 cp a s3://b/k --sse SSE-KMS\n',
    });
    const runs = ['1', '3'].map((threads) => run(['-f', 'github', '--threads', threads], { cwd }));
    const [one, three] = await Promise.all(runs);
    assert.match(one!.out, /bad-algorithm/);
    assert.equal(three!.out, one!.out);
    assert.equal((await run(['--threads', 'many'], { cwd })).code, 2);
  });

  it('lints standard input under the name that it would have', async () => {
    const { out, code } = await run(['--stdin', '--stdin-filename', 'src/a.ts', '-f', 'json'], {
      cwd: tree({}),
      stdin: bad,
    });
    assert.equal(code, 1);
    assert.deepEqual(
      JSON.parse(out).findings.map((each: { file: string }) => each.file),
      ['src/a.ts'],
    );
  });

  it('mends standard input to standard output', async () => {
    const { out } = await run(['--stdin', '--stdin-filename', 'a.ts', '--fix'], {
      cwd: tree({}),
      stdin: bad,
    });
    assert.equal(out, good);
  });

  it('mends files, and says how many findings', async () => {
    const cwd = tree({ 'a.ts': bad, 'b.ts': good });
    const { code, err } = await run(['--fix'], { cwd });
    assert.equal(code, 0);
    assert.match(err, /1 finding mended in 1 file/);
    assert.equal(readFileSync(join(cwd, 'a.ts'), 'utf8'), good);
  });

  it('shows what it would mend, and mends nothing', async () => {
    const cwd = tree({ 'a.ts': bad });
    const { code, out } = await run(['--diff'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^--- a\/a\.ts\n\+\+\+ b\/a\.ts\n@@ -1,3 \+1,3 @@\n/);
    assert.match(out, /\n-.*'AES-256'.*\n\+.*'AES256'/);
    assert.equal(readFileSync(join(cwd, 'a.ts'), 'utf8'), bad);
  });

  it('writes several formats in one run', async () => {
    const cwd = tree({ 'a.ts': bad });
    const { out } = await run(['-f', 'sarif=out.sarif', '-f', 'json=out.json', '-f', 'github'], { cwd });
    assert.match(out, /^::error file=a\.ts,line=3,/);
    assert.equal(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')).version, '2.1.0');
    assert.equal(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).findings.length, 1);
  });

  it('reports with --changed only what differs, also in files that git does not know', async () => {
    const cwd = tree({ 'a.ts': bad, 'b.ts': good });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    assert.equal((await run(['--changed'], { cwd })).code, 0);
    writeFileSync(join(cwd, 'b.ts'), bad);
    writeFileSync(join(cwd, 'c.ts'), bad);
    const { out } = await run(['--changed', '.', '-f', 'json'], { cwd });
    assert.deepEqual(
      JSON.parse(out).findings.map((each: { file: string }) => each.file),
      ['b.ts', 'c.ts'],
    );
  });

  it('says which file may not be read, and lints the others', async () => {
    const cwd = tree({ 'a.ts': bad, 'closed.ts': bad });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'closed.ts'), 0o000);
    const { code, out } = await run(['-f', 'json'], { cwd, uid: 65534 });
    const { errors, findings } = JSON.parse(out);
    assert.equal(code, 2);
    assert.equal(findings.length, 1);
    assert.deepEqual(
      errors.map(({ file, kind, message }: Record<string, string>) => [file, kind, message]),
      [['closed.ts', 'unreadable', 'no permission to read it']],
    );
  });

  it('judges only by the rules of a control', async () => {
    const cwd = tree({ 'a.ts': bad });
    assert.equal((await run(['--control', 'nope:1'], { cwd })).code, 2);
    assert.match((await run(['--control', 'nope:1'], { cwd })).err, /standards are .*pci-dss-4/);
  });
});
