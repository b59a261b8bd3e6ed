import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/sselint.cjs', import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export interface RunOptions {
  cwd: string;
  stdin?: string;
  env?: Record<string, string>;
  uid?: number;
}

/** Runs the built command line as its own process. */
export function run(args: string[], { cwd, stdin = '', env = {}, uid }: RunOptions): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    uid,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (texts.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (texts.err += text));
  child.stdin.on('error', () => undefined).end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...texts }));
  });
}
