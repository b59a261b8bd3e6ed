import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { judge as Judge } from '../../src/rules/judge.ts';
import { judge } from '../../src/rules/judge.ts';
import { type Rule, standardSettings } from '../../src/rules/rule.ts';
import { shippedRules } from '../../src/rules/shipped.ts';
import { examplesOf, ruleFolders } from './examples.ts';
import { fact } from './facts.ts';
import { factsFrom, type PlainFact } from './plain-facts.ts';

interface Bundle {
  judge: typeof Judge;
  shippedRules(): Promise<Rule[]>;
}

/** Without loadCompiler() a schema that was not compiled ahead is an error. */
describe('the rules that ship', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sselint-rules-'));
  let bundle: Bundle;

  before(async function () {
    this.timeout(20_000);
    const { shippedRules: plugin } = await import('../../scripts/build/shipped-rules.mjs');
    const outfile = join(folder, 'rules.mjs');
    const contents = "export { judge } from './judge.ts'; export { shippedRules } from './shipped.ts';";
    await build({
      stdin: { contents, resolveDir: 'src/rules', loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      plugins: [plugin],
      logLevel: 'error',
    });
    bundle = await import(pathToFileURL(outfile).href);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are in a bundle what they are in their folders', async () => {
    assert.deepEqual(await bundle.shippedRules(), JSON.parse(JSON.stringify(await shippedRules())));
  });

  it('judge in a bundle as from their folders', async () => {
    const examples = ruleFolders().flatMap((id) =>
      examplesOf(id).filter((each) => each.name.endsWith('.facts.json')),
    );
    const plain = examples.flatMap((each) =>
      factsFrom((JSON.parse(each.text) as { facts: PlainFact[] }).facts),
    );
    const put = fact('request', {
      operation: 'PutObject',
      'encryption.algorithm': 'AES-256',
      inUrl: ['x-customer-key'],
    });
    const settings = { ...standardSettings, preset: 'strict' as const };
    const words = (judged: ReturnType<typeof judge>) =>
      judged.findings.map((each) => `${each.rule}: ${each.message}`);
    const expected = words(judge([...plain, put], await shippedRules(), settings));
    assert(expected.length > 10);
    assert.deepEqual(words(bundle.judge([...plain, put], await bundle.shippedRules(), settings)), expected);
  });

  it('supersede rules that there are', async () => {
    const rules = await shippedRules();
    const ids = new Set(rules.map((rule) => rule.id));
    assert.deepEqual(
      rules.flatMap((rule) => rule.supersedes).filter((id) => !ids.has(id)),
      [],
    );
  });
});
