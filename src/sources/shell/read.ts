import type { AnyFact } from '../../model/fact.ts';
import type { Reading, SourceFile, Workspace } from '../source.ts';
import { commandsOf } from './commands.ts';
import { factsOf } from './facts.ts';
import { invocationOf } from './invocation.ts';
import { type Script, scriptsIn } from './scripts.ts';
import type { Scope } from './values.ts';
import { Variables } from './variables.ts';

export async function readShell(file: SourceFile, workspace: Workspace): Promise<Reading> {
  const facts = scriptsIn(file.path, file.text).flatMap((script) => factsIn(script, file, workspace));
  return { facts, faults: [] };
}

function factsIn(
  { start, end, dialect }: Script,
  { path, text }: SourceFile,
  workspace: Workspace,
): AnyFact[] {
  const commands = commandsOf(text, start, end, dialect);
  const variables = new Variables(commands, dialect);
  return commands.flatMap((command) => {
    const scope: Scope = { file: path, text, variables, block: command.block, at: command.start };
    const invocation = invocationOf(command, scope);
    return invocation ? factsOf(invocation, scope, workspace) : [];
  });
}
