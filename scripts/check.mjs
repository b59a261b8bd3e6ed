// npm run check: everything about the code that needs no test to run.
import { run } from './setup/run.mjs';
import { summary } from './test/summary.mjs';

const bin = (name) => `node_modules/.bin/${name}`;

// First, and alone: it may write what the others read.
const results = [await check('generated files', process.execPath, ['scripts/check/generated.mjs'])];
results.push(
  ...(await Promise.all([
    check('types', bin('tsc'), ['--noEmit']),
    check('lint and format', bin('biome'), ['ci', '--colors=off', '--max-diagnostics=50']),
    check('rooms', process.execPath, ['scripts/check/rooms.mjs']),
  ])),
);
process.exitCode = summary(results);

async function check(name, program, args) {
  const start = Date.now();
  const problem = await run(program, args).then(
    () => undefined,
    (error) => error.message,
  );
  console.log(`${problem ? '✗' : '✓'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (problem) console.log(problem.replace(/^/gm, '  '));
  return { name, passed: problem ? 0 : 1, failed: problem ? 1 : 0, skipped: 0 };
}
