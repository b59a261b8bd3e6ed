import { type ParseError, parse as parseJson } from 'jsonc-parser';
import type { Workspace } from '../source.ts';
import { isRelative } from './imports.ts';

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
/** What TypeScript writes `./x.js` for. */
const writtenAs: Record<string, string[]> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** The file of the workspace that an import means, or undefined: `./x`, `./x.js`, a folder, `paths` of tsconfig. */
export function resolveModule(from: string, specifier: string, workspace: Workspace): string | undefined {
  if (isRelative(specifier)) return fileOf(join(folderOf(from), specifier), workspace);
  if (specifier.startsWith('node:') || specifier.startsWith('@aws-sdk/')) return undefined;
  return aliased(from, specifier, workspace);
}

function fileOf(path: string, workspace: Workspace): string | undefined {
  const dot = path.lastIndexOf('.');
  const extension = dot > path.lastIndexOf('/') ? path.slice(dot) : '';
  const stem = path.slice(0, path.length - extension.length);
  const named = extensions.includes(extension)
    ? [path, ...(writtenAs[extension] ?? []).map((each) => stem + each)]
    : [];
  const candidates = [...named, ...extensions.map((each) => path + each)];
  return candidates.find((each) => isFile(each, workspace)) ?? indexOf(path, workspace);
}

function indexOf(folder: string, workspace: Workspace): string | undefined {
  return extensions.map((each) => join(folder, `index${each}`)).find((each) => isFile(each, workspace));
}

function isFile(path: string, workspace: Workspace): boolean {
  return workspace.list(folderOf(path)).includes(path.slice(path.lastIndexOf('/') + 1));
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function join(folder: string, relative: string): string {
  const isAbsolute = relative.startsWith('/') || folder.startsWith('/');
  const segments = relative.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const segment of relative.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return `${isAbsolute ? '/' : ''}${segments.join('/')}`;
}

interface Aliases {
  folder: string;
  baseUrl?: string;
  paths: Record<string, string[]>;
}

/** `paths` and `baseUrl` of the nearest tsconfig.json or jsconfig.json. */
function aliased(from: string, specifier: string, workspace: Workspace): string | undefined {
  const aliases = nearestAliases(folderOf(from), workspace);
  if (!aliases) return undefined;
  const base = join(aliases.folder, aliases.baseUrl ?? '.');
  for (const [pattern, targets] of Object.entries(aliases.paths)) {
    const rest = matched(pattern, specifier);
    if (rest === undefined) continue;
    for (const target of targets) {
      const found = fileOf(
        join(
          base,
          target.replace('*', () => rest),
        ),
        workspace,
      );
      if (found) return found;
    }
  }
  return aliases.baseUrl === undefined ? undefined : fileOf(join(base, specifier), workspace);
}

function nearestAliases(folder: string, workspace: Workspace): Aliases | undefined {
  const name = ['tsconfig.json', 'jsconfig.json'].find((each) => workspace.list(folder).includes(each));
  if (name) return readAliases(folder, workspace.text(join(folder, name)) ?? '');
  return folder === '' || folder === '/' ? undefined : nearestAliases(folderOf(folder), workspace);
}

function readAliases(folder: string, text: string): Aliases {
  const faults: ParseError[] = [];
  const { compilerOptions: options } = Object(parseJson(text, faults, { allowTrailingComma: true }));
  const { baseUrl, paths } = Object(options);
  const rows = Object.entries(Object(paths)).filter(([, targets]) => Array.isArray(targets));
  return {
    folder,
    ...(typeof baseUrl === 'string' && { baseUrl }),
    paths: Object.fromEntries(rows.map(([name, targets]) => [name, (targets as unknown[]).map(String)])),
  };
}

function matched(pattern: string, specifier: string): string | undefined {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === specifier ? '' : undefined;
  const fits = specifier.startsWith(before) && specifier.endsWith(after);
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}
