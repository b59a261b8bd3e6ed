// npm run new-rule kind/name: a rule's folder with its files to fill in.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { kindNames } = await tsImport('../src/model/kinds.ts', import.meta.url);
const [id = ''] = process.argv.slice(2);
const [, kind] = /^([a-z]+)\/[a-z0-9][a-z0-9-]*$/.exec(id) ?? [];
if (!kindNames.includes(kind))
  fail(`usage: npm run new-rule kind/name, where kind is one of ${kindNames.join(', ')}`);
const folder = `rules/${id}`;
if (existsSync(folder)) fail(`${folder} is there already`);

const isTemplate = ['bucket', 'key', 'sink'].includes(kind);
const files = {
  'rule.yaml': `title: What is wrong, in a few words
checks:
  - when: { complete: true }
    at: resource
    message: What was found, what follows from it, and what is right
severity: { recommended: warning }
why: |
  What happens, to whom, and what to do.
references:
  - https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingEncryption.html
`,
  ...Object.fromEntries(
    ['bad', 'good', 'unknown'].flatMap((name) =>
      (isTemplate ? ['tf', 'yaml'] : ['ts', 'py']).map((extension) => [`${name}.${extension}`, '']),
    ),
  ),
};

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
console.log(`${folder}: ${Object.keys(files).join(', ')}
Write the rule and its examples (a wrong line ends in a comment: want "part of the message"), then
  npx mocha --import=tsx test/rules/examples.test.ts --grep ${id}
  npm run generate`);

function fail(message) {
  console.error(message);
  process.exit(2);
}
