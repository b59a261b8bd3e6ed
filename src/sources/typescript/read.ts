import type { Import, Program } from '../../evaluate/form.ts';
import { readProgram } from '../../sdks/index.ts';
import { readCdk, usesCdk } from '../cdk/read.ts';
import { partialFaults } from '../partial.ts';
import type { Reading, SourceFile, Workspace } from '../source.ts';
import { resolveModule } from './modules.ts';
import { parse } from './parse.ts';

/** The facts of one file; the files that it imports are read for what they export. */
export async function read(file: SourceFile, workspace: Workspace): Promise<Reading> {
  const programs = new Map<string, Program | undefined>();
  const program = parse(file.path, file.text);
  programs.set(file.path, program);
  const load = (from: Program, imported: Import): Program | undefined => {
    const path = resolveModule(from.file, imported.module!, workspace);
    if (path === undefined) return undefined;
    if (!programs.has(path)) programs.set(path, parsed(path, workspace));
    return programs.get(path);
  };
  const facts = readProgram(program, { source: 'typescript', endpoints: workspace.options.endpoints, load });
  const constructs = usesCdk(file.text) ? readCdk(program, 'typescript', load) : [];
  return { facts: [...facts, ...constructs], faults: partialFaults(program) };
}

function parsed(path: string, workspace: Workspace): Program | undefined {
  const text = workspace.text(path);
  return text === undefined ? undefined : parse(path, text);
}
