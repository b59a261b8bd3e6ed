import type { Command } from 'commander';

/** What every command that judges takes. */
export function addConfigOptions(command: Command): Command {
  return command
    .option('-c, --config <file>', 'the configuration (default: the nearest sselint.config.yaml upwards)')
    .option('--no-config', 'take no configuration')
    .option('-p, --preset <name>', 'recommended, kms or strict')
    .option(
      '--rule <id=severity>',
      'error, warning, info or off, for one rule or a kind (request/*)',
      collect,
    )
    .option('--control <standard:id>', 'only rules that are evidence for it, as pci-dss-4:4.2.1', collect);
}

export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
