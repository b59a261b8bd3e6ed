import { posix } from 'node:path';
import type { Workspace } from '../source.ts';
import { extensions } from './parse.ts';

/** The file of the workspace that a relative import leads to: `./x`, `./x.js` for `x.ts`, a folder's `index`. */
export function resolveModule(from: string, specifier: string, workspace: Workspace): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(posix.dirname(from), specifier));
  const bare = target.replace(/\.[cm]?jsx?$/, '');
  const candidates = [
    target,
    ...extensions.map((extension) => `${target}${extension}`),
    ...extensions.map((extension) => `${bare}${extension}`),
    ...extensions.map((extension) => `${target}/index${extension}`),
  ];
  return candidates.find(
    (each) => extensions.some((extension) => each.endsWith(extension)) && workspace.text(each) !== undefined,
  );
}
