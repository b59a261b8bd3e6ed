import { type Command, Option } from 'commander';
import { createColors } from 'picocolors';
import { type Description, describeRule } from '../rules/describe.ts';
import { presetNames } from '../rules/presets.ts';
import { type ConfigFlags, configured } from './configured.ts';
import { addConfigOptions } from './flags.ts';
import { terminalOf } from './terminal.ts';
import { UsageError } from './usage-error.ts';

interface Flags extends ConfigFlags {
  format: 'table' | 'json' | 'pretty';
  color?: boolean;
}

/** `sselint rules`: all rules with their severities. */
export function registerRules(program: Command): void {
  const command = program
    .command('rules')
    .description('list all rules, and how severe each preset takes them');
  addConfigOptions(command)
    .addOption(new Option('-f, --format <name>', 'how').choices(['table', 'json']).default('table'))
    .action(async (flags: Flags) => {
      const rules = await described(flags);
      process.stdout.write(flags.format === 'json' ? `${JSON.stringify(rules, null, 2)}\n` : table(rules));
    });
}

/** `sselint explain <rule>`: what a rule is about, and what to do. */
export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('say what a rule finds, why it matters, and what can be done')
    .argument('<rule>', 'its id, as request/bad-algorithm')
    .addOption(new Option('-f, --format <name>', 'how').choices(['pretty', 'json']).default('pretty'))
    .option('-c, --config <file>', 'the configuration, for rules of your own')
    .option('--no-config', 'take no configuration')
    .action(async (id: string, flags: Flags) => {
      const rules = await described(flags);
      const rule = rules.find((each) => each.id === id || each.aliases.includes(id));
      if (!rule) throw new UsageError(`there is no rule ${id}${near(id, rules)}`);
      process.stdout.write(
        flags.format === 'json' ? `${JSON.stringify(rule, null, 2)}\n` : explanation(rule, flags),
      );
    });
}

async function described(flags: ConfigFlags): Promise<Description[]> {
  const { rules, faults } = await configured(flags, process.cwd());
  const [fault] = faults;
  if (fault) throw new UsageError(`${fault.file}: ${fault.message}`);
  return rules.map(describeRule).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function near(id: string, rules: Description[]): string {
  const last = id.split('/').at(-1)!;
  const close = rules.filter((rule) => rule.id.includes(last)).slice(0, 3);
  return close.length
    ? `; did you mean ${close.map((rule) => rule.id).join(', ')}?`
    : '; sselint rules lists them';
}

function table(rules: Description[]): string {
  const rows = [
    ['rule', ...presetNames, 'fix', 'title'],
    ...rules.map((rule) => [
      rule.id,
      ...presetNames.map((preset) => rule.severity[preset]),
      rule.fixes.length ? 'yes' : '',
      rule.deprecated ? `${rule.title} (deprecated)` : rule.title,
    ]),
  ];
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function explanation(rule: Description, flags: Flags): string {
  const { bold, dim } = createColors(terminalOf(process.stdout, flags.color).colour);
  const list = (title: string, items: string[]) =>
    items.length ? [`\n${bold(title)}`, ...items.map((item) => `  - ${item}`)] : [];
  const options = Object.entries(rule.options).map(
    ([name, { description, default: value }]) =>
      `${name}: ${description}${value === undefined ? '' : ` (default: ${JSON.stringify(value)})`}`,
  );
  const controls = Object.entries(rule.controls).map(([standard, ids]) => `${standard}: ${ids.join(', ')}`);
  return `${[
    bold(rule.id),
    rule.title,
    dim(presetNames.map((preset) => `${preset}: ${rule.severity[preset]}`).join('   ')),
    ...(rule.deprecated ? [`\ndeprecated: ${rule.deprecated}`] : []),
    `\n${rule.why}`,
    ...list('It says', rule.messages),
    ...list('It can', rule.fixes),
    ...list('Options', options),
    ...list('It speaks instead of', rule.supersedes),
    ...list('Controls', controls),
    ...list('References', rule.references),
  ].join('\n')}\n`;
}
