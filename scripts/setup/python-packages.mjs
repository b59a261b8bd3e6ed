// Python packages that real projects use, to be linted: unpacked and never run.
import { join } from 'node:path';
import { cache, once, setup, text } from './once.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

export const pythonPackages = await step(import.meta.url, 'Python packages to lint', async () => {
  const folder = join(cache, 'python-packages');
  const environment = join(cache, 'python-packages', 'pip');
  const made = await once(folder, [text('packages', 'python.txt')], async () => {
    await run('python3', ['-m', 'venv', environment]);
    await run(join(environment, 'bin', 'pip'), [
      ...['install', '--quiet', '--disable-pip-version-check', '--no-deps', '--no-compile'],
      ...['--require-hashes', '--only-binary=:all:', '--target', join(folder, 'lib')],
      ...['-r', join(setup, 'packages', 'python.txt')],
    ]);
  });
  return made && 'unpacked';
});
