// Packages that real projects use, to be linted: their own files only, unpacked and never run.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache, once, text } from './once.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

export const packages = await step(import.meta.url, 'packages to lint', async () => {
  const folder = join(cache, 'packages');
  const pinned = text('packages', 'pinned.json');
  const made = await once(folder, [pinned], async () => {
    for (const [name, integrity] of Object.entries(JSON.parse(pinned))) await unpack(folder, name, integrity);
  });
  return made && 'unpacked';
});

async function unpack(folder, name, integrity) {
  const options = ['--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
  const [packed] = JSON.parse(await run('npm', ['pack', name, ...options]));
  if (packed.integrity !== integrity) throw new Error(`${name} is not what was pinned: ${packed.integrity}`);
  const into = join(folder, packed.name);
  mkdirSync(into, { recursive: true });
  await run('tar', ['-xzf', join(folder, packed.filename), '--strip-components=1', '-C', into]);
}
