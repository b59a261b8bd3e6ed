import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The system's own browser; `CHROMIUM` names another. */
export function chromiumPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  const path = process.env.CHROMIUM ?? found;
  if (!path) throw new Error('no Chromium: node scripts/setup/debian.mjs, or CHROMIUM=/path/to/it');
  return path;
}
