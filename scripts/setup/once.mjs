import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const setup = import.meta.dirname;
export const root = resolve(setup, '../..');
export const cache = join(root, '.cache');

/** Makes a folder anew unless it was made, to the end, from the same inputs. */
export async function once(folder, inputs, make) {
  const stamp = join(folder, '.made');
  const made = digest([folder, ...inputs]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return false;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await make();
  writeFileSync(stamp, made);
  return true;
}

export const text = (...path) => readFileSync(join(setup, ...path), 'utf8');

function digest(inputs) {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}
