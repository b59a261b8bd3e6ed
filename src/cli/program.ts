import { Command } from 'commander';
import { registerAudit } from './audit.ts';
import { registerBaseline } from './baseline.ts';
import { registerCompletions } from './completions.ts';
import { registerDrift } from './drift.ts';
import { registerFacts } from './facts.ts';
import { registerInit } from './init.ts';
import { registerKeygen } from './keygen.ts';
import { registerLint } from './lint.ts';
import { registerLsp } from './lsp.ts';
import { registerPolicy } from './policy.ts';
import { registerExplain, registerRules } from './rules.ts';
import { registerUndo } from './undo.ts';

const examples = `
Examples:
  sselint                             lint the working directory
  sselint src infra --preset kms      ask for customer managed keys
  sselint --diff                      show what --fix would mend
  sselint --changed=origin/main       report only what this branch changes
  sselint -f sarif=out.sarif -f pretty
  sselint explain request/bad-algorithm

Exit code: 0 clean, 1 findings (see --fail-on), 2 could not run, or something could not be read.`;

/** The commands. `exit` is told the exit code of what was done. */
export function program(version: string, exit: (code: number) => void): Command {
  const program = new Command('sselint');
  program
    .description('Finds and mends encryption mistakes around Amazon S3, wherever they are written.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .enablePositionalOptions()
    .exitOverride()
    .addHelpText('after', examples)
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(`sselint: ${text.replace(/^error: /, '')}`) });
  registerLint(program, exit, version);
  registerFacts(program, exit);
  registerPolicy(program, exit);
  registerAudit(program, exit, version);
  registerUndo(program, exit);
  registerDrift(program, exit);
  registerExplain(program);
  registerRules(program);
  registerInit(program);
  registerBaseline(program);
  registerKeygen(program);
  registerLsp(program);
  registerCompletions(program);
  return program;
}
