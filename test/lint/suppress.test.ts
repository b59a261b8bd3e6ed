import assert from 'node:assert/strict';
import { standardConfig } from '../../src/lint/config/config.ts';
import { lintTree } from './tree.ts';

const bad = 'put logs sse=aes';

async function outcome(text: string, options = {}) {
  const { findings, suppressed, undecided } = await lintTree({ 'a.toy': text }, options);
  return {
    findings: findings.map(({ rule }) => rule),
    suppressed: suppressed.map(({ by, reason }) => `${by}: ${reason}`),
    undecided: undecided.map(({ rule, reason }) => `${rule}: ${reason}`),
  };
}

describe('a suppression comment', () => {
  const silencing = [
    '# sselint-disable-next-line request/bad-word -- known',
    '// sselint-disable-next-line request/bad-word -- known',
    '/* sselint-disable-next-line request/bad-word -- known */',
    '<!-- sselint-disable-next-line request/bad-word -- known -->',
    '-- sselint-disable-next-line request/bad-word -- known',
    '; sselint-disable-next-line request/* -- known',
    '% sselint-disable-next-line -- known',
    'REM sselint-disable-next-line request/other, request/bad-word -- known',
    "' sselint-disable-next-line request/bad-word until=2999-01-01 -- known",
  ];
  for (const comment of silencing) {
    it(`silences the next line: ${comment}`, async () => {
      assert.deepEqual(await outcome(`${comment}\n${bad}\n`), {
        findings: [],
        suppressed: ['comment: known'],
        undecided: [],
      });
    });
  }

  it('may stand on the line itself', async () => {
    const { findings, suppressed } = await outcome(
      `${bad} # sselint-disable-line request/bad-word -- known\n`,
    );
    assert.deepEqual([findings, suppressed], [[], ['comment: known']]);
  });

  it('may be a block, which ends with its own enable', async () => {
    const text = `# sselint-disable request/bad-word -- known\n${bad}\n${bad}\n# sselint-enable request/bad-word\n${bad}\n`;
    const { findings, suppressed } = await outcome(text);
    assert.deepEqual([findings, suppressed.length], [['request/bad-word'], 2]);
  });

  it('may be one of several above a line', async () => {
    const text = `# sselint-disable-next-line request/bad-word -- one\n# sselint-disable-next-line request/no-key -- two\nput x sse=aws:kms\n`;
    assert.deepEqual(await outcome(text), {
      findings: ['suppression/stale'],
      suppressed: ['comment: two'],
      undecided: [],
    });
  });

  it('names its place in what it suppressed', async () => {
    const { suppressed } = await lintTree({ 'a.toy': `\n# sselint-disable-next-line -- known\n${bad}\n` });
    assert.deepEqual(suppressed[0]?.suppressedAt, { file: 'a.toy', start: 3, end: 37 });
  });

  it('needs a reason', async () => {
    const { findings, suppressed } = await outcome(`# sselint-disable-next-line request/bad-word\n${bad}\n`);
    assert.deepEqual([findings, suppressed.length], [['suppression/no-reason'], 1]);
  });

  it('is stale where it silences nothing', async () => {
    assert.deepEqual(
      (await outcome('# sselint-disable-next-line request/bad-word -- old\nput x\n')).findings,
      ['suppression/stale'],
    );
  });

  it('is not called stale where its rule is off, or its file has a hole', async () => {
    const text = '# sselint-disable-next-line request/bad-word -- old\nput x\n';
    const config = { ...standardConfig, rules: { 'request/bad-word': 'off' as const } };
    assert.deepEqual((await outcome(text, { config })).findings, []);
    assert.deepEqual((await outcome(`${text}!syntax`)).findings, []);
  });

  it('no longer holds once it has expired', async () => {
    const text = `# sselint-disable-next-line request/bad-word until=2020-01-31 -- old\n${bad}\n`;
    assert.deepEqual((await outcome(text)).findings, ['suppression/expired', 'request/bad-word']);
  });

  it('silences nothing where comments are not heard', async () => {
    const text = `# sselint-disable-next-line request/bad-word -- known\n${bad}\n`;
    assert.deepEqual((await outcome(text, { inlineSuppressions: false })).findings, ['request/bad-word']);
  });

  it('is no comment in the middle of a text', async () => {
    assert.deepEqual((await outcome(`put x sse=aes sselint-disable-line\n`)).findings, ['request/bad-word']);
  });
});

describe('an override', () => {
  const overrides = [{ files: ['test/**'], folder: '', rules: { 'request/bad-word': 'off' as const } }];

  it('silences a rule in some files, and what it silences is listed', async () => {
    const { tree } = await import('./tree.ts');
    const cwd = tree({ 'test/a.toy': bad, 'src/a.toy': bad });
    const config = { ...standardConfig, overrides: overrides.map((each) => ({ ...each, folder: cwd })) };
    const result = await lintTree({}, { cwd, config });
    assert.deepEqual(
      result.findings.map(({ place }) => place.file),
      ['src/a.toy'],
    );
    assert.deepEqual(
      result.suppressed.map(({ place, by }) => [place.file, by]),
      [['test/a.toy', 'override']],
    );
  });
});
