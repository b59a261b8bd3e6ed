import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Fault } from '../model/finding.ts';
import { decode, encode } from './document.ts';
import { reasonOf } from './find/reason.ts';
import type { FileChange } from './fix.ts';

/**
 * Writes a mended text: all at once, or not at all, every other byte as it was.
 * The fault says why it was not written: the file has changed since it was read, say.
 */
export function save({ file, before, after }: FileChange, cwd: string): Fault | undefined {
  const fault = (message: string): Fault => ({ kind: 'failed', file, message: `not mended: ${message}` });
  try {
    const path = realpathSync(resolve(cwd, file));
    const document = decode(readFileSync(path));
    if (document?.text !== before) return fault('it has changed since it was read');
    const bytes = encode(after, document);
    if (!bytes) return fault('its encoding lacks a character of the fix; it is no UTF-8');
    replace(path, bytes);
    return undefined;
  } catch (error) {
    return fault(reasonOf(error));
  }
}

function replace(path: string, bytes: Buffer): void {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(beside, bytes, { mode: statSync(path).mode, flag: 'wx' });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
