import type { Command } from 'commander';

/** `sselint lsp --stdio`: the language server, for any editor that speaks its protocol. */
export function registerLsp(program: Command): void {
  program
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(async () => {
      await import('../server/main.ts');
    });
}
