import type { Command } from 'commander';
import { loadUndo, NoUndo, undo } from '../live/undo.ts';
import { UsageError } from './usage-error.ts';

interface Flags {
  profile?: string;
  region?: string;
  endpointUrl?: string;
}

/** `sselint undo FILE`: puts back what `audit --fix` changed. */
export function registerUndo(program: Command, exit: (code: number) => void): void {
  program
    .command('undo')
    .description('put back what audit --fix changed')
    .argument('<file>', 'the undo file that it wrote')
    .option('--profile <name>', 'the profile of the AWS configuration')
    .option('--region <name>', 'the Region that is asked first')
    .option('--endpoint-url <url>', 'another S3 and KMS than AWS (default: the one that was changed)')
    .action(async (file: string, flags: Flags) => {
      try {
        await undo(loadUndo(file), flags, ({ document, outcome }) =>
          process.stdout.write(`${outcome === 'same' ? 'nothing to put back:' : 'put back:'} ${document}\n`),
        );
      } catch (error) {
        if (error instanceof NoUndo) throw new UsageError(error.message);
        process.stderr.write(`sselint: ${(error as Error).message.split('\n', 1)[0]}\n`);
        exit(2);
      }
    });
}
