import { filesBelow } from './files.mjs';
import { measured } from './measured.mjs';

const mocha = [
  '--import',
  'tsx',
  'node_modules/mocha/bin/mocha.js',
  '--reporter',
  'scripts/test/reporter.cjs',
];
const minutes = 60_000;

/** How each suite is started; whatever belongs to no other suite is a unit test. */
export const suites = {
  unit: {
    files: (path) => !/^test\/(servers|live|extension|e2e|neovim)\//.test(path),
    start: (files) => [...mocha, '--parallel', '--jobs', '2', '--timeout', '20000', '--exit', ...files],
    limit: 8 * minutes,
  },
  live: {
    files: (path) => /^test\/(servers|live)\//.test(path),
    start: (files) => [...mocha, '--parallel', '--jobs', '2', '--timeout', '60000', '--exit', ...files],
    limit: 8 * minutes,
  },
  editor: {
    files: (path) => path.startsWith('test/extension/'),
    start: (files) => ['--import', 'tsx', 'test/editor/run.ts', ...files],
    limit: 5 * minutes,
  },
  e2e: {
    files: (path) => path.startsWith('test/e2e/'),
    start: (files) => [...mocha, '--timeout', '120000', '--exit', ...files],
    limit: 8 * minutes,
  },
  neovim: {
    files: (path) => path.startsWith('test/neovim/'),
    start: (files) => [...mocha, '--timeout', '60000', '--exit', ...files],
    limit: 3 * minutes,
  },
};

/** A suite without a test has not run, and what has not run has failed. */
export async function runSuite(name, grep) {
  const { files, start, limit } = suites[name];
  const chosen = filesBelow('test', '.test.ts').filter(files);
  if (chosen.length === 0) return failed(name, 'it has no tests');
  const args = [...start(chosen), ...(grep ? ['--grep', grep] : ['--forbid-only'])];
  const { counts, code, ms } = await measured(name, args, limit);
  if (!counts) return failed(name, `it ended with ${code} and counted nothing`);
  if (counts.passed + counts.failed === 0 && !grep) return failed(name, 'no test ran');
  if (code !== 0 && counts.failed === 0) return failed(name, `it ended with ${code}`, counts);
  say(counts.failed === 0, name, `${counts.passed} passed, ${counts.failed} failed`, ms);
  return { name, ...counts };
}

function failed(name, why, counts = { passed: 0, failed: 0, skipped: 0 }) {
  say(false, name, why);
  return { name, ...counts, failed: counts.failed + 1, why };
}

function say(good, name, text, ms) {
  console.log(`${good ? '✓' : '✗'} ${name}: ${text}${ms ? ` (${(ms / 1000).toFixed(1)} s)` : ''}`);
}
