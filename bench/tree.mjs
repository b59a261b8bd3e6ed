import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plain, withS3 } from './samples.mjs';

/** One file in a hundred has S3 in it. */
const every = 100;

/**
 * Writes a tree of so many files below a folder, the same each time: languages and formats in turn,
 * seven to a folder, of 1 to 8 kB.
 */
export function writeTree(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  const made = new Set();
  for (let at = 0; at < count; at += 1) {
    const samples = at % every === 0 ? withS3 : plain;
    const { extension, text } = samples[Math.floor(at / (at % every === 0 ? every : 1)) % samples.length];
    const path = join(
      folder,
      `area${at % 40}`,
      `part${Math.floor(at / 40) % Math.ceil(count / 280)}`,
      `file${at}.${extension}`,
    );
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, text.replaceAll('NUMBER', String(at)).repeat(at % every === 0 ? 1 : 1 + (at % 8)));
  }
}
