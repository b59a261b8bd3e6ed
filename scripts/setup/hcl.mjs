// HashiCorp's own HCL parser, to check that a mended .tf file still parses.
import { join } from 'node:path';
import { cache, once, text } from './once.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

const source = join(import.meta.dirname, 'hcl');

export const hcl = await step(import.meta.url, 'hclcheck', async () => {
  const version = await run('go', ['version']).catch(() => {
    throw new Error('install Go 1.25 or newer (an older one, from 1.21 on, fetches it itself)');
  });
  const folder = join(cache, 'bin');
  const inputs = ['main.go', 'go.mod', 'go.sum'].map((file) => text('hcl', file));
  const made = await once(folder, [version, ...inputs], () =>
    run('go', ['build', '-trimpath', '-o', join(folder, 'hclcheck'), '.'], { cwd: source }),
  );
  return made && 'built';
});
