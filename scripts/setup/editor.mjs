// A VS Code server from the package registry, and the Node that it runs under, in folders of their own:
// npm would install both under the Node that runs it, and code-server needs 24.
import { cpSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { cache, once, setup, text } from './once.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

export const nodeFolder = join(cache, 'editor', 'node', 'node_modules', 'node', 'bin');
export const serverMain = join(
  ...[cache, 'editor', 'server', 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'],
);

export const editor = await step(import.meta.url, 'VS Code server', async () => {
  const node = await install('node', env.PATH);
  const server = await install('server', [nodeFolder, env.PATH].join(delimiter));
  return (node || server) && 'installed';
});

function install(name, PATH) {
  const folder = join(cache, 'editor', name);
  const files = ['package.json', 'package-lock.json', '.npmrc'];
  return once(
    folder,
    files.map((file) => text('editor', name, file)),
    async () => {
      for (const file of files) cpSync(join(setup, 'editor', name, file), join(folder, file));
      // Started by npm, this would pass on which Node that npm runs under, and code-server refuses all but its own.
      const fresh = { PATH, npm_config_user_agent: undefined };
      await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env: fresh });
    },
  );
}
