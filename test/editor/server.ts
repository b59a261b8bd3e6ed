import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const installed = resolve(import.meta.dirname, '../../.cache/editor');
const node = join(installed, 'node/node_modules/node/bin/node');
const main = join(installed, 'server/node_modules/code-server/lib/vscode/out/server-main.js');

export interface EditorServer {
  /** `127.0.0.1:PORT`, the authority of its `vscode-remote` addresses. */
  authority: string;
  log(): string;
  stop(): Promise<void>;
}

export interface EditorServerOptions {
  /** User settings; quiet ones are there already. */
  settings?: Record<string, unknown>;
  /** For the extension host. */
  env?: Record<string, string>;
  /** Whether folders may be untrusted; without it, everything is trusted. */
  workspaceTrust?: boolean;
}

const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Without a gallery it asks none. */
const offline = { EXTENSIONS_GALLERY: '{}' };

/** VS Code's own server, on a free port and with data of its own, gone after `stop`. */
export async function startEditorServer(options: EditorServerOptions = {}): Promise<EditorServer> {
  if (!existsSync(main)) throw new Error(`${main} is missing: node scripts/setup/editor.mjs`);
  const data = mkdtempSync(join(tmpdir(), 'sselint-editor-'));
  write(join(data, 'user', 'User', 'settings.json'), { ...quiet, ...options.settings });
  const child = spawn(
    node,
    [
      ...[main, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--accept-server-license-terms', '--enable-smoke-test-driver', '--telemetry-level', 'off'],
      ...['--server-data-dir', join(data, 'server'), '--user-data-dir', join(data, 'user')],
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ],
    {
      env: { ...process.env, ...offline, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const exited = once(child, 'exit');
  // The server's children (extension hosts) are of its group, and end with it.
  const kill = () => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {}
  };
  process.once('exit', kill);
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));
  const stop = async () => {
    process.removeListener('exit', kill);
    kill();
    await exited;
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    return { authority: await address(() => log, exited), log: () => log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The server says its port once it listens. */
async function address(log: () => string, exited: Promise<unknown>): Promise<string> {
  let gone = false;
  exited.then(() => (gone = true));
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && !gone; ) {
    const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
    if (port) return `127.0.0.1:${port}`;
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`the VS Code server did not start:\n${log()}`);
}

function write(file: string, content: object): void {
  mkdirSync(resolve(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
}
