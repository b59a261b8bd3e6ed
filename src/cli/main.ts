import { Command, CommanderError } from 'commander';
import { registerBaseline } from './baseline.ts';
import { registerCompletions } from './completions.ts';
import { registerFacts } from './facts.ts';
import { registerInit } from './init.ts';
import { registerKeygen } from './keygen.ts';
import { registerLint } from './lint.ts';
import { registerLsp } from './lsp.ts';
import { registerPolicy } from './policy.ts';
import { registerExplain, registerRules } from './rules.ts';
import { UsageError } from './usage-error.ts';

const examples = `
Examples:
  sselint                             lint the working directory
  sselint src infra --preset kms      ask for customer managed keys
  sselint --diff                      show what --fix would mend
  sselint --changed=origin/main       report only what this branch changes
  sselint -f sarif=out.sarif -f pretty
  sselint explain request/bad-algorithm

Exit code: 0 clean, 1 findings (see --fail-on), 2 could not run, or something could not be read.`;

/** Runs the command line and gives its exit code: 0 clean, 1 findings, 2 could not run or read. */
export async function main(args: string[], version: string): Promise<number> {
  const program = new Command('sselint');
  let code = 0;
  const exit = (given: number) => {
    code = Math.max(code, given);
  };
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
  registerExplain(program);
  registerRules(program);
  registerInit(program);
  registerBaseline(program);
  registerKeygen(program);
  registerLsp(program);
  registerCompletions(program);
  try {
    await program.parseAsync(args.map(withRevision), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`sselint: ${error.message}\n`);
    return 2;
  }
}

/** `--changed` alone must not take the path behind it for a revision. */
function withRevision(arg: string): string {
  return arg === '--changed' ? '--changed=HEAD' : arg;
}
