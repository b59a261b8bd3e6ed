import { type Command, Option } from 'commander';
import { glob } from '../lint/config/glob.ts';
import { readAccount } from '../live/account.ts';
import { audit } from '../live/audit.ts';
import { compare } from '../live/compare.ts';
import { minimalPolicy } from '../live/minimal-policy.ts';
import { loadSnapshot, NoSnapshot, saveSnapshot } from '../live/snapshot-file.ts';
import type { Severity } from '../model/finding.ts';
import { type ConfigFlags, configured } from './configured.ts';
import { exitCodeOf } from './exit-code.ts';
import { addConfigOptions, collect } from './flags.ts';
import { mendLive } from './mend-live.ts';
import { type OutputFlags, output, outputsOf } from './output.ts';
import { ProgressLine } from './progress.ts';
import { UsageError } from './usage-error.ts';

export interface AuditFlags extends ConfigFlags, OutputFlags {
  profile?: string;
  region?: string;
  endpointUrl?: string;
  include?: string[];
  exclude?: string[];
  sample?: string;
  versions?: boolean;
  prefix?: string;
  keys?: boolean;
  now?: string;
  save?: string;
  from?: string;
  compare?: string;
  minimalPolicy?: boolean;
  fix?: boolean;
  unsafeFixes?: boolean;
  yes?: boolean;
  undoFile?: string;
  failOn: Severity | 'never';
}

/** `sselint audit [bucket…]`: the same rules on what is live. */
export function registerAudit(program: Command, exit: (code: number) => void, version: string): void {
  const command = program
    .command('audit')
    .description('check live buckets, keys and objects; read-only')
    .argument('[bucket...]', 'buckets by name or access point ARN (default: all that can be listed)');
  addOptions(addConfigOptions(command)).action(async (buckets: string[], flags: AuditFlags) => {
    if (flags.minimalPolicy) {
      process.stdout.write(`${JSON.stringify(minimalPolicy(), null, 2)}\n`);
      return;
    }
    try {
      exit(await run(buckets, flags, version));
    } catch (error) {
      throw error instanceof NoSnapshot ? new UsageError(error.message) : error;
    }
  });
}

function addOptions(command: Command): Command {
  return command
    .option(
      '-f, --format <name[=file]>',
      'pretty, json, sarif, junit, github, gitlab, markdown, html',
      collect,
    )
    .option('--profile <name>', 'the profile of the AWS configuration')
    .option('--region <name>', 'the Region that is asked first')
    .option('--endpoint-url <url>', 'another S3 and KMS than AWS')
    .option('--include <glob>', 'only buckets whose name fits', collect)
    .option('--exclude <glob>', 'no buckets whose name fits', collect)
    .option('--sample <count>', 'look at so many objects of each bucket')
    .option('--prefix <prefix>', 'only at objects below it')
    .option('--versions', 'older versions of objects too')
    .option('--keys', 'keys even if no bucket uses them')
    .option('--now <date>', 'the date that ages count from (default: today)')
    .option('--save <file>', 'write what was read to a file')
    .option('--from <file>', 'take what was saved, without a network')
    .option('--compare <file>', 'show what changed since a file was saved')
    .option('--fix', 'show each change as API call with before and after, ask, and make it')
    .option('--unsafe-fixes', 'with --fix: changes too that may alter what clients can do')
    .option('--yes', 'with --fix: make the changes without asking')
    .option(
      '--undo-file <file>',
      'with --fix: where the previous configuration is kept (default: sselint-undo-DATE.json)',
    )
    .option('--minimal-policy', 'print the read-only IAM policy that an audit needs')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that gives exit code 1')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--show-unknown', 'list what could not be known, and why')
    .option('--color', 'colours, also where the terminal may have none')
    .option('--no-color', 'no colours');
}

async function run(buckets: string[], flags: AuditFlags, version: string): Promise<number> {
  const cwd = process.cwd();
  const outputs = outputsOf(flags, ['pretty']);
  const settings = await configured(flags, cwd);
  const progress = new ProgressLine(process.stderr);
  const onProgress = (done: number, total: number) => progress.show({ step: 'buckets', done, total });
  const snapshot = flags.from
    ? loadSnapshot(flags.from)
    : await readAccount({ ...scopeOf(buckets, flags), onProgress });
  progress.clear();
  if (flags.save) saveSnapshot(flags.save, snapshot);
  if (flags.compare) {
    const differences = compare(loadSnapshot(flags.compare), snapshot);
    process.stdout.write(`${JSON.stringify({ version: 1, differences }, null, 2)}\n`);
    return differences.length ? 1 : 0;
  }
  const judged = await audit(snapshot, settings.config, settings.rules, cwd);
  if (flags.fix)
    return mendLive(judged, flags, {
      profile: flags.profile,
      region: flags.region,
      endpointUrl: flags.endpointUrl,
    });
  const result = { ...judged, faults: [...settings.faults, ...judged.faults] };
  const data = await output({ result, rules: settings.rules, version, cwd }, outputs, flags);
  return exitCodeOf(
    { ...data, unknown: data.stats.unknown },
    { failOn: flags.failOn, failOnUnknown: false, strictParse: false },
  );
}

function scopeOf(buckets: string[], flags: AuditFlags) {
  const include = (flags.include ?? []).map(glob);
  const exclude = (flags.exclude ?? []).map(glob);
  return {
    buckets,
    profile: flags.profile,
    region: flags.region,
    endpointUrl: flags.endpointUrl,
    keys: flags.keys,
    now: dateOf(flags.now),
    isIncluded: (name: string) =>
      (!include.length || include.some((fits) => fits(name))) && !exclude.some((fits) => fits(name)),
    ...(flags.sample !== undefined && {
      sampling: { sample: countOf(flags.sample), versions: flags.versions, prefix: flags.prefix },
    }),
  };
}

function dateOf(text: string | undefined): Date {
  const date = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new UsageError(`--now: expected a date such as 2026-11-21; got ${text}`);
  return date;
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`--sample: expected a number of objects; got ${text}`);
  return count;
}
