import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createColors } from 'picocolors';
import type { Severity } from '../model/finding.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Report, ShownError, ShownFinding, ShownUnknown } from './report.ts';
import { countsOf, plural } from './summary.ts';

type Colours = ReturnType<typeof createColors>;

const marks: Record<Severity, { colour: 'red' | 'yellow' | 'blue' }> = {
  error: { colour: 'red' },
  warning: { colour: 'yellow' },
  info: { colour: 'blue' },
};

/** For people: each finding with its line, what is wrong underlined, and what can be done. */
export function pretty(report: Report): string {
  const colours = createColors(report.terminal.colour);
  const { data, result } = report;
  const findings = data.findings.map((each, at) =>
    findingText(each, frameOf(result.findings[at]!.place, result.texts), report, colours),
  );
  const unknowns = data.unknown.map((each) => unknownText(each, report, colours));
  const errors = data.errors.map((each) => errorText(each, report, colours));
  return `${[...findings, ...unknowns, ...errors, summaryText(report, colours)].join('\n\n')}\n`;
}

function findingText(
  finding: ShownFinding,
  frame: Frame | undefined,
  report: Report,
  colours: Colours,
): string {
  const paint = colours[marks[finding.severity].colour];
  const heading = `${paint(colours.bold(finding.severity))} ${colours.bold(finding.rule)}  ${finding.message}`;
  const notes = [
    ...finding.related.map((each) => `${location(each.file, each.range.start, report)}: ${each.message}`),
    ...finding.fixes.map((fix) => `fix: ${fix.title} (${fix.safe ? '--fix' : '--unsafe-fixes'})`),
  ];
  const gutter = ' '.repeat(String(frame?.line ?? 0).length);
  return [
    heading,
    `${gutter}${colours.cyan('╭─')} ${location(finding.file, finding.range.start, report)}`,
    ...(frame ? frameLines(frame, gutter, paint, colours) : []),
    ...notes.map((note) => `${gutter}${colours.cyan('│')} ${note}`),
    `${gutter}${colours.cyan('╰─')} ${colours.dim(`sselint explain ${finding.rule}`)}`,
  ].join('\n');
}

function frameLines(
  frame: Frame,
  gutter: string,
  paint: (text: string) => string,
  colours: Colours,
): string[] {
  const bar = colours.cyan('│');
  const carets = paint('^'.repeat(frame.end - frame.start));
  return [
    `${colours.dim(String(frame.line))}${bar} ${frame.text}`,
    `${gutter}${bar} ${' '.repeat(frame.start)}${carets}`,
  ];
}

function unknownText(
  { rule, file, range, path, reason }: ShownUnknown,
  report: Report,
  colours: Colours,
): string {
  const where = location(file, range.start, report);
  return `${colours.magenta('unknown')} ${colours.bold(rule)}  ${path} cannot be known: ${reason}\n  ${where}`;
}

function errorText({ kind, file, range, message }: ShownError, report: Report, colours: Colours): string {
  const where = location(file, range?.start, report);
  return `${colours.red(colours.bold(kind))}  ${message}\n  ${where}`;
}

/** `file:line:column`, as a link (OSC 8) where the terminal has them. */
function location(file: string, at: { line: number; column: number } | undefined, report: Report): string {
  const name = file.replace(/\p{Cc}/gu, '·');
  const text = at ? `${name}:${at.line}:${at.column}` : name;
  if (!report.terminal.links || file.includes('://')) return text;
  const url = pathToFileURL(resolve(report.cwd, file)).href;
  return `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\`;
}

function summaryText({ data, result }: Report, colours: Colours): string {
  const { error, warning, info, fixable, unsafe } = countsOf(data);
  const parts = [
    error ? colours.red(plural(error, 'error')) : '',
    warning ? colours.yellow(plural(warning, 'warning')) : '',
    info ? colours.blue(`${info} info`) : '',
  ].filter(Boolean);
  const { files, facts, unknown, ms } = data.stats;
  const read = `${plural(files, 'file')}, ${plural(facts, 'fact')}, ${(ms / 1000).toFixed(2)} s`;
  const lines = [`${parts.join(', ') || colours.green('no findings')}  ${colours.dim(read)}`];
  if (fixable || unsafe)
    lines.push(`${fixable} can be mended with --fix, ${unsafe} more with --unsafe-fixes`);
  if (unknown && !data.unknown.length)
    lines.push(`${plural(unknown, 'check')} could not be decided (--show-unknown lists them)`);
  if (result.suppressed.length) lines.push(`${result.suppressed.length} suppressed`);
  if (data.errors.length)
    lines.push(colours.red(`${plural(data.errors.length, 'file or setting')} could not be read in full`));
  return lines.join('\n');
}
