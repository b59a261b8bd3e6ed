import { type Command, Option } from 'commander';
import { facts } from '../lint/index.ts';
import { factsData } from '../report/facts.ts';
import { prettyFacts } from '../report/facts-pretty.ts';
import { type ConfigFlags, configured } from './configured.ts';
import { exitCodeOf } from './exit-code.ts';
import { collect } from './flags.ts';
import { terminalOf } from './terminal.ts';

interface Flags extends ConfigFlags {
  format: 'json' | 'pretty';
  strictParse?: boolean;
  tfvars?: string[];
  color?: boolean;
}

/** `sselint facts [paths…]`: what sselint understands, before any rule. */
export function registerFacts(program: Command, exit: (code: number) => void): void {
  program
    .command('facts')
    .description('print what sselint understands of files: requests, clients, buckets, policies, keys')
    .argument('[paths...]', 'files and folders (default: the working directory)')
    .addOption(new Option('-f, --format <name>', 'how').choices(['pretty', 'json']).default('pretty'))
    .option('-c, --config <file>', 'the configuration (default: the nearest one upwards)')
    .option('--no-config', 'take no configuration')
    .option('--tfvars <file>', 'values of Terraform variables', collect)
    .option('--strict-parse', 'exit code 2 where a file has a syntax error')
    .action(async (paths: string[], flags: Flags) => {
      const cwd = process.cwd();
      const settings = await configured(flags, cwd);
      const { config, rules, broken } = settings;
      const given = broken ? [] : paths.length ? paths : ['.'];
      const read = await facts({ cwd, config, rules, paths: given, tfvars: flags.tfvars });
      const data = factsData(read.facts, [...settings.faults, ...read.faults], read.texts);
      const terminal = terminalOf(process.stdout, flags.color);
      process.stdout.write(
        flags.format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : prettyFacts(data, terminal),
      );
      const { strictParse = false } = flags;
      exit(
        exitCodeOf(
          { findings: [], errors: data.errors, unknown: 0 },
          { failOn: 'never', failOnUnknown: false, strictParse },
        ),
      );
    });
}
