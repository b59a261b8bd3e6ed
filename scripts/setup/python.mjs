// The two S3 servers that the tests run against, each in a virtual environment of its own.
import { join } from 'node:path';
import { cache, once, text } from './once.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

const servers = ['ministack', 'moto'];

export const python = await step(import.meta.url, 'python servers', async () => {
  const version = await run('python3', ['--version']).catch(() => {
    throw new Error('install Python 3.11 or newer with its venv module (Debian: python3 python3-venv)');
  });
  const made = [];
  for (const server of servers) if (await environment(server, version)) made.push(server);
  return made.length > 0 && `installed ${made.join(', ')}`;
});

function environment(server, version) {
  const folder = join(cache, 'servers', server);
  const pins = text('python', `${server}.txt`);
  return once(folder, [pins, version], async () => {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin', 'pip'), [
      ...['install', '--quiet', '--disable-pip-version-check', '--no-deps'],
      ...['-r', join(import.meta.dirname, 'python', `${server}.txt`)],
    ]);
  });
}
