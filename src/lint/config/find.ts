import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const names = ['sselint.config.yaml', 'sselint.config.yml', 'sselint.config.json'];
/** The key of package.json under which a configuration may stand. */
export const packageKey = 'sselint';

/** The nearest configuration, from a folder upwards. */
export function findConfig(folder: string): string | undefined {
  const own = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (own) return own;
  const manifest = join(folder, 'package.json');
  if (isConfigured(manifest)) return manifest;
  const above = dirname(folder);
  return above === folder ? undefined : findConfig(above);
}

/** Whether the configuration is one key of a larger file. */
export function isManifest(path: string): boolean {
  return basename(path) === 'package.json';
}

function isConfigured(manifest: string): boolean {
  try {
    const text = readFileSync(manifest, 'utf8');
    return text.includes(`"${packageKey}"`) && packageKey in JSON.parse(text);
  } catch {
    return false;
  }
}
