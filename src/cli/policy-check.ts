import { type Command, Option } from 'commander';
import { createColors } from 'picocolors';
import { Lines } from '../model/place.ts';
import type { Checked } from '../policy/check.ts';
import { checkPolicy } from '../policy/check.ts';
import { loadPolicy, printErrors } from './policy-file.ts';
import { terminalOf } from './terminal.ts';

interface Flags {
  format: 'pretty' | 'json';
  property?: string[];
  bucket?: string;
}

/** `sselint policy check FILE`: each property, proved or refuted by a request. */
export function registerCheck(policy: Command, exit: (code: number) => void): void {
  policy
    .command('check')
    .description('prove or refute what a policy is meant to deny; exit code 1 where it is refuted')
    .argument('<file>', 'a policy in JSON, - for standard input')
    .option('--property <names...>', 'demand these properties, meant or not')
    .option('--bucket <name>', 'the bucket it is attached to (default: the one it names most)')
    .addOption(new Option('-f, --format <name>', 'how').choices(['pretty', 'json']).default('pretty'))
    .action((file: string, flags: Flags) => exit(check(file, flags)));
}

function check(file: string, { format, property, bucket }: Flags): number {
  const loaded = loadPolicy(file);
  if ('errors' in loaded) {
    if (format === 'json') print({ version: 1, file, properties: [], errors: loaded.errors });
    else printErrors(loaded.errors);
    return 2;
  }
  const { policy, type, text } = loaded;
  const rows = checkPolicy(policy, bucket ? { bucketArn: `arn:aws:s3:::${bucket}` } : {}, property);
  if (format === 'json')
    print({ version: 1, file, type, properties: rows.map((row) => shown(row, text)), errors: [] });
  else process.stdout.write(table(rows, terminalOf(process.stdout, undefined).colour));
  return rows.some(({ demanded, result }) => demanded && result === 'refuted') ? 1 : 0;
}

function print(data: unknown): void {
  process.stdout.write(`${JSON.stringify(data, null, 2)}\n`);
}

function shown({ place, ...row }: Checked, text: string) {
  return { ...row, range: place ? new Lines(text).range(place) : null };
}

function table(rows: Checked[], colour: boolean): string {
  const { green, red, yellow, dim } = createColors(colour);
  const paint = { proved: green, refuted: red, unknown: yellow };
  return rows
    .map(({ property, title, result, demanded, counterexample, command, reason }) => {
      const head = `${paint[result](result.padEnd(8))} ${property.padEnd(16)} ${title}`;
      const note = demanded ? '' : dim(' (nothing in the policy means to)');
      const more = [counterexample?.text, command && `$ ${command}`, reason].filter(Boolean);
      return [head + note, ...more.map((line) => `         ${dim(String(line))}`)].join('\n');
    })
    .join('\n')
    .concat('\n');
}
