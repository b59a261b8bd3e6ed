import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readProgram } from '../../../src/sdks/index.ts';
import { type Adapter, translatorOf } from '../../../src/sources/code/adapter.ts';

/** The state of every file while someone types: each of its beginnings gives what can be known. */
const here = fileURLToPath(new URL('.', import.meta.url));
const languages = ['java', 'kotlin', 'go', 'csharp', 'cpp'];

describe('half-written code', () => {
  for (const language of languages) {
    it(language, async function () {
      this.timeout(60_000);
      const module = (await import(`../../../src/sources/code/${language}.ts`)) as Record<string, Adapter>;
      const translate = await translatorOf(module[language]!);
      for (const name of readdirSync(`${here}${language}`)) {
        const text = readFileSync(`${here}${language}/${name}`, 'utf8');
        for (let end = text.length - 1; end > 0; end -= 101) {
          const program = translate(name, text.slice(0, end));
          assert.equal(program.language, language);
          readProgram(program, { source: 'code', endpoints: {} });
        }
      }
    });
  }
});
