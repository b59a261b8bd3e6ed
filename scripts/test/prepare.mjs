import { run } from '../setup/run.mjs';

/** What the suites stand on. Each thing that fails counts as one failure; the suites are tried all the same. */
export async function prepare() {
  return [await node('set-up', ['scripts/setup/all.mjs']), await node('build', ['scripts/build.mjs'])];
}

export const dependencies = () => attempt('dependencies', 'npm', ['ci']);

const node = (name, args) => attempt(name, process.execPath, args);

async function attempt(name, program, args) {
  const good = await run(program, args, { show: true }).then(
    () => true,
    (error) => {
      console.log(`✗ ${name}: ${error.message}`);
      return false;
    },
  );
  return { name, passed: 0, failed: good ? 0 : 1, skipped: 0 };
}
