import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { main } from '../../src/cli/main.ts';
import type { Server } from '../servers/server.ts';

const script = resolve(import.meta.dirname, '../../src/cli/run.ts');
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Run {
  code: number;
  out: string;
  err: string;
}

type Where = Pick<Server, 'endpoint'> & { caFile?: string };

export const account = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'us-east-1' };

export const emptyFolder = () => mkdtempSync(join(tmpdir(), 'sselint-live-'));

/** The command line in this process: a process of its own takes seconds to start. */
export async function sselint(args: string[], server?: Where, cwd = emptyFolder()): Promise<Run> {
  const home = process.cwd();
  const { stdout, stderr } = process;
  const own = { out: stdout.write, err: stderr.write };
  const texts = { out: '', err: '' };
  const into = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    texts[name] += String(text);
    return true;
  };
  stdout.write = into('out');
  stderr.write = into('err');
  Object.assign(process.env, account);
  process.chdir(cwd);
  try {
    return { code: await main(withEndpoint(args, server), '0.0.0'), ...texts };
  } finally {
    process.chdir(home);
    stdout.write = own.out;
    stderr.write = own.err;
  }
}

/** The command line as a user starts it, with no terminal; `started` is told its process id. */
export function sselintProcess(
  args: string[],
  server: Where,
  cwd = emptyFolder(),
  started?: (pid: number) => void,
): Promise<Run> {
  const trust = server.caFile && { NODE_EXTRA_CA_CERTS: server.caFile };
  const node = ['--import', tsx, script, ...withEndpoint(args, server)];
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      node,
      { cwd, env: { ...process.env, ...account, ...trust }, maxBuffer: 1 << 26 },
      (error, out, err) => {
        if (!error) return done({ code: 0, out, err });
        // Killed by a signal: it has no exit code.
        done({ code: typeof error.code === 'number' ? error.code : -1, out, err });
      },
    );
    child.stdin?.end();
    if (child.pid !== undefined) started?.(child.pid);
  });
}

function withEndpoint(args: string[], server: Where | undefined): string[] {
  return server ? [...args, '--endpoint-url', server.endpoint] : args;
}
