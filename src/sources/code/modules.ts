import type { Program } from '../../evaluate/form.ts';
import type { Workspace } from '../source.ts';

/** The file of the workspace that an import means: of Python's modules, those beside the file and above it. */
export function resolveModule(from: Program, module: string, workspace: Workspace): string | undefined {
  if (from.language !== 'python' || module === '') return undefined;
  const folder = from.file.split('/').slice(0, -1);
  const dots = /^\.*/.exec(module)![0].length;
  const names = module.slice(dots).split('.').filter(Boolean);
  if (dots > 0) return moduleIn(folder.slice(0, folder.length - (dots - 1)), names, workspace);
  for (let depth = folder.length; depth >= 0; depth -= 1) {
    const found = moduleIn(folder.slice(0, depth), names, workspace);
    if (found !== undefined) return found;
  }
  return undefined;
}

function moduleIn(folder: string[], names: string[], workspace: Workspace): string | undefined {
  const path = [...folder, ...names];
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const within = path.slice(0, -1).join('/');
  if (workspace.list(within).includes(`${last}.py`)) return [...path.slice(0, -1), `${last}.py`].join('/');
  return workspace.list(path.join('/')).includes('__init__.py')
    ? [...path, '__init__.py'].join('/')
    : undefined;
}
