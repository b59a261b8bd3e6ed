import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Certificate } from './certificate.ts';

/** A running S3 server. */
export interface Server {
  readonly name: string;
  readonly endpoint: string;
  /** For `NODE_EXTRA_CA_CERTS` or `AWS_CA_BUNDLE`; only over https. */
  readonly caFile?: string;
  /** Forgets every bucket, key and user. */
  reset(): Promise<void>;
  stop(): Promise<void>;
  /** What the server printed so far. */
  log(): string;
}

export interface Launch {
  name: 'ministack' | 'moto';
  port: number;
  args: string[];
  env?: Record<string, string>;
  certificate?: Certificate;
  healthPath: string;
  resetPath: string;
}

const host = '127.0.0.1';
const patience = 60_000;

export async function launch(options: Launch): Promise<Server> {
  const program = resolve(import.meta.dirname, '../../.cache/servers', options.name, 'bin', options.args[0]!);
  if (!existsSync(program)) throw new Error(`${program} is missing: node scripts/setup/python.mjs`);
  const child = spawn(program, options.args.slice(1), {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));

  const caFile = options.certificate?.certFile;
  const endpoint = `${caFile ? 'https' : 'http'}://${host}:${options.port}`;
  const server: Server = {
    name: options.name,
    endpoint,
    caFile,
    log: () => log,
    async reset() {
      const status = await statusOf('POST', endpoint + options.resetPath, caFile);
      if (status >= 300) throw new Error(`${options.name} would not reset: ${status}`);
    },
    async stop() {
      process.removeListener('exit', endWithUs);
      await end(child);
    },
  };
  await healthy(child, server, endpoint + options.healthPath);
  return server;
}

export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, host);
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  listener.close();
  await once(listener, 'close');
  return port;
}

async function healthy(child: ChildProcess, server: Server, url: string): Promise<void> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`${server.name} ended at once:\n${server.log()}`);
    const status = await statusOf('GET', url, server.caFile).catch(() => 0);
    if (status === 200) return;
  }
  await server.stop();
  throw new Error(`${server.name} did not start:\n${server.log()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 3000);
  await once(child, 'exit');
  clearTimeout(kill);
}

function statusOf(method: string, url: string, caFile?: string): Promise<number> {
  return new Promise((done, fail) => {
    const send = caFile ? https : http;
    const ca = caFile && readFileSync(caFile);
    const call = send(url, { method, ca, agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    call.on('error', fail);
    call.end();
  });
}
