import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { dependencies, prepare } from './prepare.mjs';
import { runSuite, suites } from './suites.mjs';
import { summary } from './summary.mjs';

const usage = `npm test [-- [--only SUITE[,SUITE]] [--grep PATTERN] [--no-setup]]
suites: ${Object.keys(suites).join(', ')}`;

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    only: { type: 'string' },
    grep: { type: 'string' },
    setup: { type: 'boolean', default: true },
    help: { type: 'boolean' },
  },
  allowNegative: true,
});

const chosen = values.only?.split(',') ?? Object.keys(suites);
const wrong = chosen.filter((name) => !(name in suites));
if (values.help || wrong.length > 0) {
  console.log(wrong.length > 0 ? `there is no suite ${wrong.join(', ')}\n${usage}` : usage);
  process.exit(wrong.length > 0 ? 2 : 0);
}

process.chdir(resolve(import.meta.dirname, '../..'));
const results = [];
if (!existsSync('node_modules')) results.push(await dependencies());
if (values.setup) results.push(...(await prepare()));
for (const name of chosen) results.push(await runSuite(name, values.grep));
process.exitCode = summary(results);
