import { CommanderError } from 'commander';
import { program } from './program.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command line and gives its exit code: 0 clean, 1 findings, 2 could not run or read. */
export async function main(args: string[], version: string): Promise<number> {
  let code = 0;
  const exit = (given: number) => {
    code = Math.max(code, given);
  };
  try {
    await program(version, exit).parseAsync(args.map(withRevision), { from: 'user' });
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
