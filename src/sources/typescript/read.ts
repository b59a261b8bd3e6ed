import { mayConcern, readProgram } from '../../sdks/index.ts';
import { readCdk, usesCdk } from '../cdk/read.ts';
import { loader } from '../imported.ts';
import { partialFaults } from '../partial.ts';
import type { Reading, SourceFile, Workspace } from '../source.ts';
import { resolveModule } from './modules.ts';
import { parse } from './parse.ts';

/** The facts of one file; the files that it imports are read for what they export. */
export async function read(file: SourceFile, workspace: Workspace): Promise<Reading> {
  const hasConstructs = usesCdk(file.text);
  if (!hasConstructs && !mayConcern(file.text)) return { facts: [], faults: [] };
  const program = parse(file.path, file.text);
  const load = loader(workspace, (from, specifier) => resolveModule(from.file, specifier, workspace), parse);
  const facts = readProgram(program, { source: 'typescript', endpoints: workspace.options.endpoints, load });
  const constructs = hasConstructs ? readCdk(program, 'typescript', load) : [];
  return { facts: [...facts, ...constructs], faults: partialFaults(program) };
}
