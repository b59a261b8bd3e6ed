import type { Command } from 'commander';
import { loadUndo, NoUndo, type Undone, undo } from '../live/undo.ts';
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
        await undo(loadUndo(file), flags, ({ document, outcome, message }) => {
          process.stdout.write(`${words[outcome]} ${document}${message ? `: ${message}` : ''}\n`);
          if (outcome === 'failed') exit(2);
        });
      } catch (error) {
        throw error instanceof NoUndo ? new UsageError(error.message) : error;
      }
    });
}

const words: Record<Undone['outcome'], string> = {
  same: 'nothing to put back:',
  restored: 'put back:',
  failed: 'could not be put back:',
};
