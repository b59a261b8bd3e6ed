import { type Dirent, existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Fault } from '../../model/finding.ts';
import { IgnoreFiles } from './ignored.ts';
import { reasonOf } from './reason.ts';

/** The files below some paths. `file` is relative to the working directory, with `/`. */
export interface Found {
  files: FoundFile[];
  /** Links, pipes, sockets and devices that the walk met. */
  skipped: number;
  faults: Fault[];
}

export interface FoundFile {
  file: string;
  /** Named by the user: what is wrong with it is an error, not skipped. */
  named: boolean;
}

/** Folders of other people's code and of tools, which are read only where they are named. */
const foreignFolders = new Set(['.git', 'node_modules', '.terraform', '.hg', '.svn']);
/** What Python's `venv` writes into the root of each virtual environment (PEP 405). */
const virtualEnvironment = 'pyvenv.cfg';

/** Walks the paths, links not followed, ignore files respected; named files are taken whatever ignores them. */
export function findFiles(paths: string[], cwd: string): Found {
  const found: Found = { files: [], skipped: 0, faults: [] };
  const seen = new Set<string>();
  for (const path of paths) findNamed(path, { cwd, found, seen });
  return found;
}

interface Walk {
  cwd: string;
  found: Found;
  seen: Set<string>;
}

function findNamed(path: string, walk: Walk): void {
  const absolute = resolve(walk.cwd, path);
  const file = fileName(absolute, walk.cwd);
  let stats: Stats;
  try {
    stats = statSync(absolute);
  } catch (error) {
    walk.found.faults.push({ kind: 'unreadable', file, message: reasonOf(error) });
    return;
  }
  if (stats.isDirectory()) walkFolder(absolute, file, IgnoreFiles.above(absolute), walk);
  else if (stats.isFile()) add(file, true, walk);
  else
    walk.found.faults.push({
      kind: 'unreadable',
      file,
      message: 'expected a file or folder; this is neither',
    });
}

function add(file: string, named: boolean, { found, seen }: Walk): void {
  if (seen.has(file)) return;
  seen.add(file);
  found.files.push({ file, named });
}

function walkFolder(absolute: string, folder: string, above: IgnoreFiles, walk: Walk): void {
  const entries = entriesOf(absolute, folder, walk);
  if (walk.seen.has(`${folder}/`)) return;
  walk.seen.add(`${folder}/`);
  const ignored = above.within(absolute, entries);
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) {
      if (!ignored.has(entry.name, false)) add(file, false, walk);
    } else if (entry.isDirectory()) {
      const isForeign = foreignFolders.has(entry.name) || isVirtualEnvironment(join(absolute, entry.name));
      if (!isForeign && !ignored.has(entry.name, true)) {
        walkFolder(join(absolute, entry.name), file, ignored, walk);
      }
    } else walk.found.skipped += 1;
  }
}

function isVirtualEnvironment(folder: string): boolean {
  return existsSync(join(folder, virtualEnvironment));
}

/** In the order of their names. */
function entriesOf(absolute: string, folder: string, { found }: Walk): Dirent[] {
  try {
    const entries = readdirSync(absolute, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    found.faults.push({ kind: 'unreadable', file: folder || '.', message: reasonOf(error) });
    return [];
  }
}

/** As findings name a file: relative to the working directory, with `/`. */
export function fileName(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  if (isAbsolute(path)) return path.replaceAll(sep, '/');
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
