import type { Import, Program } from '../evaluate/form.ts';
import type { Load } from '../evaluate/index.ts';
import type { Workspace } from './source.ts';

/** Files that are followed from one file, directly and through others; more say little about a request. */
const mostFiles = 24;
/** In UTF-16 units: a longer file is hardly one of constants and helpers. */
const longest = 200_000;
const mostKept = 64;

/** Programs by path, with the text that they were made of: a helper is imported by many. */
const kept = new Map<string, { text: string; program: Program }>();

/** Finds imported files in the workspace, and parses them as long as they are few. */
export function loader(
  workspace: Workspace,
  resolve: (from: Program, specifier: string) => string | undefined,
  parse: (path: string, text: string) => Program,
): Load {
  const seen = new Set<string>();
  return (from: Program, imported: Import) => {
    const path = resolve(from, imported.module!);
    if (path === undefined || (!seen.has(path) && seen.size >= mostFiles)) return undefined;
    seen.add(path);
    const text = workspace.text(path);
    return text === undefined || text.length > longest ? undefined : programOf(path, text, parse);
  };
}

function programOf(path: string, text: string, parse: (path: string, text: string) => Program): Program {
  const known = kept.get(path);
  if (known?.text === text) return known.program;
  const program = parse(path, text);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(path, { text, program });
  return program;
}
