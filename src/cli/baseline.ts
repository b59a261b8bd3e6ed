import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { type BaselineFile, baselineOf } from '../lint/baseline.ts';
import { lint } from '../lint/index.ts';
import { plural } from '../report/summary.ts';
import { parse, standardBaseline } from './baseline-file.ts';
import { type ConfigFlags, configured } from './configured.ts';
import { addConfigOptions } from './flags.ts';
import { UsageError } from './usage-error.ts';

interface Flags extends ConfigFlags {
  output?: string;
}

/** `sselint baseline create` and `prune`: findings that are accepted for now. */
export function registerBaseline(program: Command): void {
  const group = program
    .command('baseline')
    .description('accept the findings of today, and report only new ones');
  const add = (name: string, description: string) =>
    addConfigOptions(group.command(name).description(description))
      .argument('[paths...]', 'files and folders (default: the working directory)')
      .option('-o, --output <file>', `the baseline (default: the configuration's, or ${standardBaseline})`);
  add('create', 'write all findings into the baseline').action((paths: string[], flags: Flags) =>
    create(paths, flags),
  );
  add('prune', 'take out of the baseline what is mended').action((paths: string[], flags: Flags) =>
    prune(paths, flags),
  );
}

async function create(paths: string[], flags: Flags): Promise<void> {
  const { file, current } = await now(paths, flags);
  write(file, current);
  const shown = relative(process.cwd(), file);
  process.stdout.write(
    `wrote ${plural(current.findings.length, 'finding')} to ${shown}; name it in the configuration as baseline\n`,
  );
}

async function prune(paths: string[], flags: Flags): Promise<void> {
  const { file, current } = await now(paths, flags);
  const before = parse(file, relative(process.cwd(), file));
  const still = new Set(current.findings.map((each) => each.fingerprint));
  const findings = before.findings.filter((each) => still.has(each.fingerprint));
  write(file, { version: 1, findings });
  const gone = before.findings.length - findings.length;
  process.stdout.write(`${plural(gone, 'finding')} taken out, ${findings.length} left\n`);
}

/** The baseline's file, and what it would hold now. A baseline of what could not be read would hide mistakes later. */
async function now(paths: string[], flags: Flags): Promise<{ file: string; current: BaselineFile }> {
  const cwd = process.cwd();
  const { config, rules, faults } = await configured(flags, cwd);
  const result = await lint({ cwd, config, rules, paths: paths.length ? paths : ['.'] });
  const [fault] = [...faults, ...result.faults.filter((each) => each.kind !== 'partial')];
  if (fault) throw new UsageError(`${fault.file}: ${fault.message}`);
  const file = resolve(cwd, flags.output ?? config.baseline ?? standardBaseline);
  return { file, current: baselineOf(result.findings) };
}

function write(file: string, content: BaselineFile): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
