import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a suite in a Node of its own, and reads the counts that it leaves. Past its limit it is ended. */
export async function measured(name, args, limit) {
  const folder = mkdtempSync(join(tmpdir(), 'sselint-counts-'));
  const file = join(folder, 'counts.json');
  const start = Date.now();
  console.log(`… ${name}`);
  const code = await ended(args, { ...quiet, TEST_COUNTS: file }, limit);
  const counts = read(file);
  rmSync(folder, { recursive: true });
  return { counts, code, ms: Date.now() - start };
}

/** The AWS SDK would announce the end of its support for Node 20 in every process. */
const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

function ended(args, env, limit) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(signal ? `${signal} after ${limit / 1000} s or less` : code);
    });
  });
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
