import { type Command, Option } from 'commander';
import { facts } from '../lint/index.ts';
import { readAccount } from '../live/account.ts';
import { bucketNames, type Drifts, driftOf } from '../live/drift.ts';
import { loadSnapshot, NoSnapshot } from '../live/snapshot-file.ts';
import type { Fault } from '../model/finding.ts';
import type { Texts } from '../model/result.ts';
import { factsData, plainOf } from '../report/facts.ts';
import { Ranges } from '../report/ranges.ts';
import { type ConfigFlags, configured } from './configured.ts';
import { exitCodeOf } from './exit-code.ts';
import { collect } from './flags.ts';
import { UsageError } from './usage-error.ts';

interface Flags extends ConfigFlags {
  format: 'json' | 'pretty';
  from?: string;
  profile?: string;
  region?: string;
  endpointUrl?: string;
  tfvars?: string[];
}

/** `sselint drift [paths…]`: the same bucket in a template and live, field by field. */
export function registerDrift(program: Command, exit: (code: number) => void): void {
  program
    .command('drift')
    .description('compare buckets of templates with what is live, field by field; read-only')
    .argument('[paths...]', 'files and folders (default: the working directory)')
    .addOption(new Option('-f, --format <name>', 'how').choices(['pretty', 'json']).default('pretty'))
    .option('--from <file>', 'compare with what audit --save wrote, without a network')
    .option('--profile <name>', 'the profile of the AWS configuration')
    .option('--region <name>', 'the Region that is asked first')
    .option('--endpoint-url <url>', 'another S3 and KMS than AWS')
    .option('-c, --config <file>', 'the configuration (default: the nearest one upwards)')
    .option('--no-config', 'take no configuration')
    .option('--tfvars <file>', 'values of Terraform variables', collect)
    .action(async (paths: string[], flags: Flags) => {
      try {
        exit(await run(paths, flags));
      } catch (error) {
        throw error instanceof NoSnapshot ? new UsageError(error.message) : error;
      }
    });
}

async function run(paths: string[], flags: Flags): Promise<number> {
  const cwd = process.cwd();
  const { config, rules, faults, broken } = await configured(flags, cwd);
  const given = broken ? [] : paths.length ? paths : ['.'];
  const templates = await facts({ cwd, config, rules, paths: given, tfvars: flags.tfvars });
  const written = templates.facts.filter(({ source }) => source !== 'snapshot');
  const { from, profile, region, endpointUrl } = flags;
  const names = new Set(bucketNames(written));
  const isIncluded = (name: string) => names.has(name);
  const account = { buckets: [], profile, region, endpointUrl, isIncluded, now: new Date() };
  const snapshot = from ? loadSnapshot(from) : await readAccount(account);
  const found = driftOf(written, snapshot);
  const data = driftData(found, [...faults, ...templates.faults, ...found.faults], templates.texts);
  process.stdout.write(flags.format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : pretty(data));
  const strictness = { failOn: 'never', failOnUnknown: false, strictParse: false } as const;
  const code = exitCodeOf({ findings: [], errors: data.errors, unknown: 0 }, strictness);
  return code || (data.drift.length ? 1 : 0);
}

type DriftData = ReturnType<typeof driftData>;

/** `drift --format json`, version 1. */
function driftData({ drifts, unmatched }: Drifts, faults: Fault[], texts: Texts) {
  const ranges = new Ranges(texts);
  return {
    version: 1,
    drift: drifts.map(({ bucket, field, template, live, place }) => ({
      bucket,
      field,
      template: plainOf(template, texts),
      live: plainOf(live, texts),
      file: place.file,
      range: ranges.of(place),
    })),
    unmatched: unmatched.map(({ resource, place, reason }) => ({
      resource,
      reason,
      file: place.file,
      range: ranges.of(place),
    })),
    errors: factsData([], faults, texts).errors,
  };
}

function pretty({ drift, unmatched, errors }: DriftData): string {
  const at = ({ file, range }: DriftData['unmatched'][number] | DriftData['drift'][number]) =>
    `${file}:${range.start.line}:${range.start.column}`;
  const lines = [
    ...drift.map(
      (each) =>
        `${at(each)}  ${each.bucket} ${each.field}: ${said(each.template)} here, ${said(each.live)} live`,
    ),
    ...unmatched.map((each) => `${at(each)}  ${each.resource ?? 'a bucket'} is not compared: ${each.reason}`),
    ...errors.map(({ kind, file, message }) => `${kind}  ${file}: ${message}`),
  ];
  return `${lines.join('\n') || 'no drift'}\n`;
}

function said(value: unknown): string {
  const isAbsent = typeof value === 'object' && value !== null && 'absent' in value;
  return isAbsent ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
}
