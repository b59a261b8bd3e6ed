import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const memory = fileURLToPath(new URL('./memory.cjs', import.meta.url));

/** Runs a program as its own process: wall-clock milliseconds, and of Node the most memory that it held, in MB. */
export async function once(program, args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const report = join(folder, 'memory');
  const env = { ...process.env, NODE_OPTIONS: `--require ${memory}`, BENCH_MEMORY: report };
  const start = performance.now();
  await new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: program === process.execPath ? env : process.env,
      stdio: 'ignore',
    });
    child.on('error', reject).on('close', resolve);
  });
  const ms = performance.now() - start;
  const mb = program === process.execPath ? Number(readFileSync(report, 'utf8')) : 0;
  rmSync(folder, { recursive: true });
  return { ms, mb };
}

/** The medians of several runs, each a new process. */
export async function median(times, program, args, cwd) {
  const runs = [];
  for (let at = 0; at < times; at += 1) runs.push(await once(program, args, cwd));
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    ms: Math.round(middle(runs.map((run) => run.ms))),
    mb: Math.round(middle(runs.map((run) => run.mb))),
  };
}
