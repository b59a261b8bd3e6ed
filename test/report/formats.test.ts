import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Ajv from 'ajv';
import { SaxesParser } from 'saxes';
import { formats } from '../../src/report/index.ts';
import { tree } from '../lint/tree.ts';
import { everything, written } from './report.ts';

const names = Object.keys(formats);

describe('every format', () => {
  for (const name of names) {
    it(`${name} says the findings, and what could not be read`, async () => {
      const text = await written(name, everything);
      for (const said of ['request/bad-word', 'deep.toy', 'nested at most 1000 deep', 'expected put']) {
        assert(text.includes(said), `${said} is missing in:\n${text}`);
      }
    });

    it(`${name} is well formed where nothing was found`, async () => {
      const text = await written(name, { 'a.toy': 'put x\n' });
      if (['json', 'sarif', 'gitlab'].includes(name)) JSON.parse(text);
      assert(name === 'github' ? text === '' : text.length > 0);
    });

    it(`${name} passes no escape sequence of a file on to the terminal`, async () => {
      const text = await written(name, { 'a.toy': 'put x sse=\u001B]0;title\u0007\u202E\n' });
      assert(!text.includes('\u001B'), text);
    });
  }
});

describe('json', () => {
  it('is as its schema says', async () => {
    const schema = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'));
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    assert(validate(JSON.parse(await written('json', everything))), JSON.stringify(validate.errors));
  });

  it('counts lines and columns from 1, ends exclusive, after a byte order mark and with CRLF too', async () => {
    const { findings } = JSON.parse(await written('json', { 'a.toy': '\uFEFFx\r\nput 😀 sse=aes\r\n' }));
    assert.deepEqual(findings[0].range, { start: { line: 2, column: 12 }, end: { line: 2, column: 15 } });
    assert.deepEqual(findings[0].fixes[0].edits[0], {
      file: 'a.toy',
      range: findings[0].range,
      text: 'AES256',
    });
  });

  it('names what suppressed a finding', async () => {
    const { suppressed } = JSON.parse(await written('json', everything));
    assert.deepEqual(
      suppressed.map(({ rule, by, reason, file, range }: Record<string, unknown>) => [
        rule,
        by,
        reason,
        file,
        range,
      ]),
      [
        [
          'request/bad-word',
          'comment',
          'known',
          'b.toy',
          { start: { line: 1, column: 3 }, end: { line: 1, column: 54 } },
        ],
      ],
    );
  });
});

describe('sarif', () => {
  it("passes Microsoft's validation without a warning", async function () {
    this.timeout(60_000);
    const folder = tree({ 'out.sarif': await written('sarif', everything) });
    const log = join(folder, 'validation.sarif');
    const tool = 'node_modules/@microsoft/sarif-multitool/bin.js';
    const args = [tool, 'validate', join(folder, 'out.sarif'), '--output', log];
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
    await promisify(execFile)(process.execPath, args, { env });
    const [run] = JSON.parse(readFileSync(log, 'utf8')).runs;
    const said = run.results.filter(
      ({ level }: { level?: string }) => level === undefined || level === 'warning' || level === 'error',
    );
    assert.deepEqual(said, []);
  });

  it('holds fixes, fingerprints, suppressions and the help of rules', async () => {
    const [run] = JSON.parse(await written('sarif', everything)).runs;
    const bad = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'request/bad-word');
    assert.equal(bad.locations[0].physicalLocation.artifactLocation.uri, 'a%20b/%C3%BC%25.toy');
    assert.equal(bad.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, 'AES256');
    assert.match(bad.partialFingerprints['sselint/v1'], /^[0-9a-f]{32}$/);
    assert.match(run.tool.driver.rules[bad.ruleIndex].help.markdown, /For tests/);
    const suppressed = run.results.filter((each: { suppressions?: unknown }) => each.suppressions);
    assert.deepEqual(
      suppressed.map(
        (each: { locations: { physicalLocation: { region: { startLine: number } } }[] }) =>
          each.locations[0]!.physicalLocation.region.startLine,
      ),
      [2],
    );
    assert.equal(run.invocations[0].executionSuccessful, false);
  });
});

describe('junit and html', () => {
  it('junit is XML that counts right', async () => {
    const counts: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => assert.fail(error));
    parser.on('opentag', (tag) => counts.push(tag.name));
    parser.write(await written('junit', everything)).close();
    const count = (name: string) => counts.filter((each) => each === name).length;
    assert.deepEqual([count('failure'), count('error'), count('testcase')], [3, 2, 5]);
  });

  it('html escapes what files say, and loads nothing', async () => {
    const text = await written('html', { '<img src=x>.toy': 'put x sse=<script>alert(1)</script>\n' });
    assert(!text.includes('<script>alert'));
    assert(!text.includes('<img'));
    assert.doesNotMatch(text, /<[^>]*(?:src|href)=/);
  });
});

describe('github', () => {
  it('escapes what would end an annotation early', async () => {
    const text = await written('github', { 'a,b:c%.toy': 'put x sse=100%\n' });
    assert.match(
      text,
      /^::error file=a%2Cb%3Ac%25\.toy,line=1,endLine=1,col=11,endColumn=15,title=sselint request\/bad-word::`100%25`/,
    );
  });
});

describe('pretty', () => {
  it('puts carets under the words, also in a long line', async () => {
    const out = await written('pretty', {
      'a.toy': `put x ${'y=z '.repeat(100)}sse=aes ${'y=z '.repeat(100)}`,
    });
    const lines = out.split('\n');
    const carets = lines.findIndex((line) => line.includes('^^^'));
    assert.equal(
      lines[carets - 1]!.slice(lines[carets]!.indexOf('^'), lines[carets]!.lastIndexOf('^') + 1),
      'aes',
    );
    assert(lines.every((line) => line.length < 140));
  });
});
