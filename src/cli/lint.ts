import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { changedFiles } from '../lint/changed.ts';
import { sessionOf } from '../lint/index.ts';
import type { Severity } from '../model/finding.ts';
import type { LintResult } from '../model/result.ts';
import { readBaseline } from './baseline-file.ts';
import { type ConfigFlags, type Configured, configured } from './configured.ts';
import { exitCodeOf } from './exit-code.ts';
import { type FixFlags, isFixing, isOutputTaken, mend, standardInputName } from './fix.ts';
import { addConfigOptions, collect } from './flags.ts';
import { type OutputFlags, output, outputsOf } from './output.ts';
import { ProgressLine } from './progress.ts';
import { UsageError } from './usage-error.ts';

export interface LintFlags extends ConfigFlags, OutputFlags, FixFlags {
  failOn: Severity | 'never';
  failOnUnknown?: boolean;
  strictParse?: boolean;
  changed?: string;
  threads?: string;
  inlineSuppressions: boolean;
  baseline?: string | boolean;
  tfvars?: string[];
}

/** The main command: `sselint [paths…]`. */
export function registerLint(program: Command, exit: (code: number) => void, version: string): void {
  addOptions(program.argument('[paths...]', 'files and folders (default: the working directory)'));
  program.action(async (paths: string[], flags: LintFlags) => {
    const outputs = outputsOf(flags, isOutputTaken(flags) ? [] : ['pretty']);
    const cwd = process.cwd();
    const settings = await configured(flags, cwd);
    const result = await run(paths, flags, settings, cwd);
    const data = await output({ result, rules: settings.rules, version, cwd }, outputs, flags);
    const { failOn, failOnUnknown = false, strictParse = false } = flags;
    exit(exitCodeOf({ ...data, unknown: data.stats.unknown }, { failOn, failOnUnknown, strictParse }));
  });
}

function addOptions(command: Command): Command {
  return addConfigOptions(command)
    .option(
      '-f, --format <name[=file]>',
      'pretty, json, sarif, junit, github, gitlab, markdown, html',
      collect,
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that gives exit code 1')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--changed [ref]', 'report only files that differ from a git revision (default: HEAD)')
    .option('--fix', 'mend what can be mended without changing what a program does')
    .option('--unsafe-fixes', 'mend what may change it too')
    .option('--diff', 'show what would be mended, and mend nothing')
    .option('--stdin', 'lint standard input')
    .option('--stdin-filename <name>', 'the name that standard input would have')
    .option('--show-unknown', 'list what could not be known, and why')
    .option('--fail-on-unknown', 'exit code 1 where something could not be known')
    .option('--strict-parse', 'exit code 2 where a file has a syntax error')
    .option('--baseline <file>', 'findings that are not reported until they change')
    .option('--no-baseline', 'report what is in the baseline too')
    .option('--no-inline-suppressions', 'judge as if no comment suppressed anything')
    .option('--tfvars <file>', 'values of Terraform variables', collect)
    .option('--threads <count>', 'how many threads parse (default: as many as help)')
    .option('--color', 'colours, also where the terminal may have none')
    .option('--no-color', 'no colours');
}

async function run(
  paths: string[],
  flags: LintFlags,
  settings: Configured,
  cwd: string,
): Promise<LintResult> {
  const progress = new ProgressLine(process.stderr);
  const { config, rules, broken } = settings;
  const options = {
    ...{ cwd, config, rules, tfvars: flags.tfvars, inlineSuppressions: flags.inlineSuppressions },
    paths: broken ? [] : paths.length ? paths : ['.'],
    stdin:
      flags.stdin && !broken
        ? { file: standardInputName(flags), text: await readAll(process.stdin) }
        : undefined,
    baseline: baselineOf(flags, settings, cwd),
    threads: threadsOf(flags),
    onProgress: progress.show,
  };
  const isReported = await reportedBy(flags, cwd);
  const session = await sessionOf(options);
  const result = isFixing(flags)
    ? await mend(session, flags, cwd, isReported)
    : await session.result(isReported);
  progress.clear();
  return { ...result, faults: [...settings.faults, ...result.faults] };
}

function threadsOf({ threads }: LintFlags): number | undefined {
  if (threads === undefined || /^[1-9]\d?$/.test(threads))
    return threads === undefined ? undefined : Number(threads);
  throw new UsageError(`--threads: expected a number from 1 to 99; got ${threads}`);
}

function baselineOf({ baseline }: LintFlags, { config }: Configured, cwd: string) {
  const path = typeof baseline === 'string' ? resolve(cwd, baseline) : config.baseline;
  return baseline === false || path === undefined ? undefined : readBaseline(path, cwd);
}

async function reportedBy({ changed }: LintFlags, cwd: string) {
  if (changed === undefined) return undefined;
  try {
    const files = await changedFiles(changed, cwd);
    return (file: string) => files.has(file);
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim().split('\n')[0] ?? (error as Error).message;
    throw new UsageError(`--changed: expected a revision in a git repository: ${reason}`);
  }
}
