import type { Range } from '../model/place.ts';
import type { Report, ReportData } from './report.ts';
import { countsOf, plural } from './summary.ts';

/** For pull requests and wikis: a sum, a table of the findings, and what could not be read or known. */
export function markdown({ data }: Report): string {
  const sections = [
    `# sselint\n\n${sum(data)}`,
    data.findings.length ? findings(data) : '',
    data.unknown.length ? unknown(data) : '',
    data.errors.length ? errors(data) : '',
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function sum(data: ReportData): string {
  const { error, warning, info } = countsOf(data);
  const counts = `**${plural(error, 'error')}, ${plural(warning, 'warning')}, ${info} info**`;
  const { files, unknown } = data.stats;
  return `${counts} in ${plural(files, 'file')}; ${data.suppressed.length} suppressed, ${unknown} undecided.`;
}

function findings(data: ReportData): string {
  const rows = data.findings.map(({ severity, rule, message, file, range, fixes }) => [
    severity,
    code(rule),
    at(file, range),
    text(message),
    fixes.map((fix) => `${text(fix.title)} (${fix.safe ? '`--fix`' : '`--unsafe-fixes`'})`).join('<br>'),
  ]);
  return `## Findings\n\n${table(['Severity', 'Rule', 'Where', 'What', 'Fix'], rows)}`;
}

function unknown(data: ReportData): string {
  const rows = data.unknown.map(({ rule, file, range, path, reason }) => [
    code(rule),
    at(file, range),
    code(path),
    text(reason),
  ]);
  return `## What could not be known\n\n${table(['Rule', 'Where', 'What', 'Why'], rows)}`;
}

function errors(data: ReportData): string {
  const rows = data.errors.map(({ kind, file, range, message }) => [kind, at(file, range), text(message)]);
  return `## What could not be read\n\n${table(['Kind', 'Where', 'Why'], rows)}`;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function at(file: string, range: Range | null): string {
  return code(range ? `${file}:${range.start.line}:${range.start.column}` : file);
}

/** In backticks, whatever backticks it holds. */
function code(words: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = fence.length > 1 ? ' ' : '';
  return `${fence}${pad}${words.replace(/\r?\n/g, ' ').replaceAll('|', '\\|')}${pad}${fence}`;
}

function text(words: string): string {
  return words
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 ? part.replaceAll('|', '\\|') : part.replace(/[\\`*_[\]<>|#]/g, '\\$&')))
    .join('')
    .replace(/\r?\n/g, ' ');
}
