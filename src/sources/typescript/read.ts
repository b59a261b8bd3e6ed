import type { Import, Program } from '../../evaluate/form.ts';
import { readProgram } from '../../sdks/index.ts';
import { partialFaults } from '../partial.ts';
import type { Reader, Reading, SourceFile, Workspace } from '../source.ts';
import { loadTypeScript, parse } from './parse.ts';
import { resolveModule } from './resolve.ts';
import type { Ts } from './translation.ts';

export async function reader(): Promise<Pick<Reader, 'read'>> {
  const ts = await loadTypeScript();
  return { read: async (file, workspace) => read(ts, file, workspace) };
}

function read(ts: Ts, file: SourceFile, workspace: Workspace): Reading {
  const programs = new Map<string, Program>();
  const isLocal = (specifier: string) => specifier.startsWith('.');
  const load = (from: Program, imported: Import): Program | undefined => {
    const path = resolveModule(from.file, imported.module!, workspace);
    if (path === undefined) return undefined;
    const known = programs.get(path);
    if (known) return known;
    const program = parse(ts, path, workspace.text(path)!, isLocal);
    programs.set(path, program);
    return program;
  };
  const program = parse(ts, file.path, file.text, isLocal);
  programs.set(file.path, program);
  const facts = readProgram(program, { source: 'typescript', endpoints: workspace.options.endpoints, load });
  return { facts, faults: partialFaults(program) };
}
