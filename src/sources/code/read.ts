import { mayConcern, readProgram } from '../../sdks/index.ts';
import { loader } from '../imported.ts';
import { partialFaults } from '../partial.ts';
import type { Reading, SourceFile, Workspace } from '../source.ts';
import { translatorOf } from './adapter.ts';
import { languageOf } from './languages.ts';
import { resolveModule } from './modules.ts';

/** The facts of one file; the files that it imports are read for what they export. */
export async function read(file: SourceFile, workspace: Workspace): Promise<Reading> {
  if (!mayConcern(file.text)) return { facts: [], faults: [] };
  const translate = await translatorOf(await languageOf(file.path)!.load());
  const program = translate(file.path, file.text);
  const load = loader(workspace, (from, specifier) => resolveModule(from, specifier, workspace), translate);
  const facts = readProgram(program, { source: 'code', endpoints: workspace.options.endpoints, load });
  return { facts, faults: partialFaults(program) };
}
