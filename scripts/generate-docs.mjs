// npm run generate: docs/rules, a page a rule and the index, from the folders of the rules.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { indexPage, rulePage } from './docs/pages.mjs';

const { shippedRules } = await tsImport('../src/rules/shipped.ts', import.meta.url);
const { describeRule } = await tsImport('../src/rules/describe.ts', import.meta.url);

const rules = (await shippedRules()).map(describeRule);
rmSync('docs/rules', { recursive: true, force: true });
for (const rule of rules) write(rule.docs, rulePage(rule, examplesOf(rule.id), rules));
write('docs/rules/index.md', indexPage(rules));

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The example files of a rule, in the order in which a page shows them. */
function examplesOf(id) {
  const folder = `rules/${id}`;
  const order = ['bad', 'good', 'unknown'];
  const plain = (name) => name.replace('.fixed', '');
  const names = readdirSync(folder).filter((name) => name !== 'rule.yaml' && !name.endsWith('.want'));
  const rank = (name) => order.indexOf(/^[a-z]+/.exec(name)[0]);
  const before = (a, b) => (a < b ? -1 : Number(a > b));
  names.sort((a, b) => rank(a) - rank(b) || before(plain(a), plain(b)) || a.length - b.length);
  return names.map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}
