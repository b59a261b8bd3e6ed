import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Lines } from '../../../src/model/place.ts';
import { readProgram } from '../../../src/sdks/index.ts';
import { type Adapter, translatorOf } from '../../../src/sources/code/adapter.ts';
import { languageOf } from '../../../src/sources/code/languages.ts';

/** The state of every file while someone types: it gives what can be known, and never fails. */
const here = fileURLToPath(new URL('.', import.meta.url));
const folders = readdirSync(here, { withFileTypes: true }).filter((each) => each.isDirectory());
const stride = 41;

async function filesOf(language: string) {
  const folder = join(here, language);
  const names = readdirSync(folder).slice(0, 8);
  const adapter: Adapter = await languageOf(names[0]!)!.load();
  const translate = await translatorOf(adapter);
  return {
    translate,
    files: names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
  };
}

describe('half-written code', () => {
  for (const { name: language } of folders) {
    it(`${language}: every beginning of a file is read`, async function () {
      this.timeout(60_000);
      const { translate, files } = await filesOf(language);
      for (const { name, text } of files) {
        for (let end = 0; end <= text.length; end += stride) {
          const program = translate(name, text.slice(0, end));
          readProgram(program, { source: 'code', endpoints: {} });
        }
      }
    });

    it(`${language}: what stands before the hole is still found`, async () => {
      const { translate, files } = await filesOf(language);
      const { name, text } = files.find((each) => requests(translate(each.name, each.text)) > 0)!;
      const broken = translate(name, `${text}\n((`);
      assert.ok(broken.holes.length > 0);
      assert.equal(requests(broken), requests(translate(name, text)));
    });
  }

  it('a place counts UTF-16 units', async () => {
    const { translate } = await filesOf('python');
    const text = 'import boto3\nn = "é😀漢"\nboto3.client("s3").put_object(Bucket="b", Key=n)\n';
    const [fact] = readProgram(translate('a.py', text), { source: 'code', endpoints: {} });
    assert.deepEqual(new Lines(text).range(fact!.place).start, { line: 3, column: 1 });
    assert.equal(
      text.slice(fact!.place.start, fact!.place.end),
      'boto3.client("s3").put_object(Bucket="b", Key=n)',
    );
  });

  it('a tree deeper than the stack is cut', async () => {
    const { translate } = await filesOf('python');
    const program = translate('a.py', `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
    readProgram(program, { source: 'code', endpoints: {} });
  });
});

function requests(program: ReturnType<Awaited<ReturnType<typeof translatorOf>>>): number {
  const facts = readProgram(program, { source: 'code', endpoints: {} });
  return facts.filter((fact) => fact.kind === 'request').length;
}
