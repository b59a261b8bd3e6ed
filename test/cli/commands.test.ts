import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { tree } from '../lint/tree.ts';
import { bad, good } from './files.ts';
import { run } from './run.ts';

describe('keygen', () => {
  const forms: [string, RegExp, RegExp][] = [
    ['headers', /customer-key: (\S+)/, /customer-key-MD5: (\S+)/],
    ['s3-sync', /customer-key:([^|]+)/, /customer-key-MD5:([^"]+)/],
    ['env', /SSE_C_KEY=(\S+)/, /SSE_C_KEY_MD5=(\S+)/],
  ];
  for (const [format, key, md5] of forms) {
    it(`writes ${format} that only the user may read, and prints no key`, async () => {
      const cwd = tree({});
      const { code, out, err } = await run(['keygen', '--format', format, '-o', 'key'], { cwd });
      const text = readFileSync(join(cwd, 'key'), 'utf8');
      const raw = Buffer.from(key.exec(text)![1]!, 'base64');
      assert.equal(code, 0);
      assert.equal(raw.length, 32);
      assert.equal(md5.exec(text)![1], createHash('md5').update(raw).digest('base64'));
      assert.equal(statSync(join(cwd, 'key')).mode & 0o777, 0o600);
      assert(!(out + err).includes(key.exec(text)![1]!));
    });
  }

  it('writes the raw key for the AWS CLI, and prints the flags', async () => {
    const cwd = tree({});
    const { out } = await run(['keygen', '-f', 'aws-cli', '-o', 'key.bin'], { cwd });
    assert.equal(out, '--sse-c AES256 --sse-c-key fileb://key.bin\n');
    assert.equal(readFileSync(join(cwd, 'key.bin')).length, 32);
  });

  it('overwrites nothing, and prints the key only where it is told to', async () => {
    const cwd = tree({ key: 'mine' });
    assert.equal((await run(['keygen', '-o', 'key'], { cwd })).code, 2);
    assert.equal(readFileSync(join(cwd, 'key'), 'utf8'), 'mine');
    assert.match((await run(['keygen', '--stdout'], { cwd })).out, /customer-key: \S{43}=/);
  });
});

describe('baseline', () => {
  it('silences what is there, reports what is new, and loses what is mended', async () => {
    const cwd = tree({ 'a.ts': bad, 'sselint.config.yaml': 'baseline: base.json\n' });
    assert.match((await run(['baseline', 'create'], { cwd })).out, /wrote 1 finding/);
    writeFileSync(join(cwd, 'a.ts'), `\n\n// moved\n${bad}`);
    assert.equal((await run([], { cwd })).code, 0);
    assert.equal((await run(['--no-baseline'], { cwd })).code, 1);
    writeFileSync(join(cwd, 'b.ts'), bad);
    const { findings, suppressed } = JSON.parse((await run(['-f', 'json'], { cwd })).out);
    assert.deepEqual([findings.length, findings[0].file, suppressed[0].by], [1, 'b.ts', 'baseline']);
    writeFileSync(join(cwd, 'a.ts'), good);
    assert.match((await run(['baseline', 'prune'], { cwd })).out, /1 finding taken out, 0 left/);
  });
});

describe('facts', () => {
  it('are as their schema says', async () => {
    const cwd = tree({
      'a.ts': bad,
      'b.ts': `${bad}export const f = (x) => client.send(new PutObjectCommand({ ...x }));\n`,
    });
    const { out, code } = await run(['facts', '--format', 'json', 'a.ts', 'b.ts'], { cwd });
    const data = JSON.parse(out);
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync('schemas/facts.schema.json', 'utf8')),
    );
    assert.equal(code, 0);
    const isValid: boolean = validate(data);
    assert(isValid, JSON.stringify(validate.errors?.slice(0, 3)));
    const request = data.facts.find(({ kind }: { kind: string }) => kind === 'request');
    assert.deepEqual(
      [
        request.operation,
        request.encryption.mode,
        request.file,
        request.places['encryption.algorithm'].start,
      ],
      ['PutObject', 'invalid', 'a.ts', { line: 3, column: bad.split('\n')[2]!.indexOf("'AES-256'") + 1 }],
    );
  });
});

describe('rules and explain', () => {
  it('list every rule, and explain one', async () => {
    const cwd = tree({});
    const rules = JSON.parse((await run(['rules', '--format', 'json'], { cwd })).out);
    assert(rules.length > 50);
    const { out } = await run(['explain', 'request/bad-algorithm'], { cwd });
    assert.match(out, /^request\/bad-algorithm\n.*\nrecommended: error/);
    const { err, code } = await run(['explain', 'bad-algo'], { cwd });
    assert.equal(code, 2);
    assert.match(err, /^sselint: there is no rule bad-algo; did you mean .*request\/bad-algorithm/);
  });
});

describe('init', () => {
  it('writes a configuration that is valid, and overwrites none', async () => {
    const cwd = tree({ 'test/a.ts': bad, 'a.ts': good });
    assert.equal((await run(['init'], { cwd })).code, 0);
    assert.equal((await run(['a.ts'], { cwd })).code, 0);
    assert.equal((await run(['init'], { cwd })).code, 2);
  });
});

describe('completions', () => {
  it('complete commands, flags and values in bash', async () => {
    const cwd = tree({});
    const { out } = await run(['completions', 'bash'], { cwd });
    writeFileSync(join(cwd, 'complete.sh'), out);
    const complete = (...words: string[]) => {
      const script = `source complete.sh; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _sselint; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', script], { cwd, encoding: 'utf8' }).trim().split('\n');
    };
    assert.deepEqual(complete('sselint', 'expl'), ['explain']);
    assert.deepEqual(complete('sselint', '--fail-on', 'w'), ['warning']);
    assert.deepEqual(complete('sselint', 'baseline', 'p'), ['prune']);
    assert.deepEqual(complete('sselint', 'keygen', '--format', 'e'), ['env']);
  });

  it('exist for zsh and fish', async () => {
    const cwd = tree({});
    assert.match((await run(['completions', 'zsh'], { cwd })).out, /^#compdef sselint/);
    assert.match(
      (await run(['completions', 'fish'], { cwd })).out,
      /complete -c sselint .* -l fail-on -x -a/,
    );
  });
});
