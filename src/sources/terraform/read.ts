import { posix } from 'node:path';
import type { AnyFact } from '../../model/fact.ts';
import type { Fault } from '../../model/finding.ts';
import { known, list } from '../../model/value.ts';
import type { Reading, SourceFile, Workspace } from '../source.ts';
import { factsOf, wanted } from './facts.ts';
import { isModuleFile, libraryOf } from './folder.ts';
import { declaredIn } from './root.ts';
import { screen } from './tokens.ts';

/**
 * A folder is one module, so one of its files answers for all of them: the first, in order, that passes the screen.
 * It gives the facts of the whole root module, also those that stand in the modules that it calls; the others give none.
 * A module that is called from another folder is read as a root too; `lint/link` drops that reading by `calls`.
 */
export async function readTerraform(file: SourceFile, workspace: Workspace): Promise<Reading> {
  const folder = posix.dirname(file.path);
  if (leaderOf(folder, workspace, file) !== file.path) return { facts: [], faults: [] };
  const library = await libraryOf(workspace);
  const declared = declaredIn(folder, library, wanted);
  const calls = list([...declared.calls].map((each) => known(each)));
  const facts = declared.resources
    .flatMap(factsOf)
    .map((fact) => ({ ...fact, joins: { ...fact.joins, calls } }) as AnyFact);
  const faults =
    library.folder(folder)?.files.flatMap((each) => each.holes.map((place) => fault(each.path, place))) ?? [];
  return { facts, faults };
}

function fault(file: string, place: Fault['place']): Fault {
  return {
    kind: 'partial',
    file,
    place,
    message: 'a syntax error: expected a Terraform block or attribute here; what is around it was read',
  };
}

/** The other files of the folder, without which the module cannot be read. */
export function companionsOf(path: string, workspace: Workspace): string[] {
  return filesOf(posix.dirname(path), workspace);
}

function filesOf(folder: string, workspace: Workspace): string[] {
  return workspace
    .list(folder)
    .filter(isModuleFile)
    .sort()
    .map((name) => posix.join(folder, name));
}

function leaderOf(folder: string, workspace: Workspace, file: SourceFile): string {
  const found = filesOf(folder, workspace).find((path) => {
    if (path === file.path) return true;
    return screen.test(workspace.text(path) ?? '');
  });
  return found ?? file.path;
}
