import type { Import, Program } from '../../evaluate/form.ts';
import { readProgram } from '../../sdks/index.ts';
import { partialFaults } from '../partial.ts';
import type { Reading, SourceFile, Workspace } from '../source.ts';
import { translatorOf } from './adapter.ts';
import { languageOf } from './languages.ts';
import { resolveModule } from './modules.ts';

/** The facts of one file; the files that it imports are read for what they export. */
export async function read(file: SourceFile, workspace: Workspace): Promise<Reading> {
  const translate = await translatorOf(await languageOf(file.path)!.load());
  const programs = new Map<string, Program | undefined>();
  const program = translate(file.path, file.text);
  programs.set(file.path, program);
  const load = (from: Program, imported: Import): Program | undefined => {
    const path = resolveModule(from, imported.module!, workspace);
    if (path === undefined) return undefined;
    if (!programs.has(path)) {
      const text = workspace.text(path);
      programs.set(path, text === undefined ? undefined : translate(path, text));
    }
    return programs.get(path);
  };
  const facts = readProgram(program, { source: 'code', endpoints: workspace.options.endpoints, load });
  return { facts, faults: partialFaults(program) };
}
