import { type Frame, frameOf } from './frame.ts';
import { page } from './html-page.ts';
import { escaped } from './markup.ts';
import type { Report, ShownError, ShownFinding, ShownUnknown } from './report.ts';
import { countsOf, plural } from './summary.ts';

/** One page that needs nothing else: findings with their lines, filtered by severity, rule and words. */
export function html(report: Report): string {
  const { data, result, version } = report;
  const { error, warning, info } = countsOf(data);
  const rules = [...new Set([...data.findings, ...data.unknown].map((each) => each.rule))].sort();
  return page({
    title: `sselint: ${plural(error, 'error')}, ${plural(warning, 'warning')}, ${info} info`,
    sum: `${plural(data.stats.files, 'file')}, ${plural(data.stats.facts, 'fact')}, ${data.suppressed.length} suppressed, ${data.stats.unknown} undecided; sselint ${escaped(version)}`,
    counts: { error, warning, info, unknown: data.unknown.length },
    options: rules.map((rule) => `<option>${escaped(rule)}</option>`).join(''),
    errors: data.errors.map(errorItem).join('\n'),
    items: [
      ...data.findings.map((each, at) =>
        findingItem(each, frameOf(result.findings[at]!.place, result.texts)),
      ),
      ...data.unknown.map(unknownItem),
    ].join('\n'),
  });
}

function findingItem(finding: ShownFinding, frame: Frame | undefined): string {
  const { severity, rule, message, file, range, fixes, related } = finding;
  const notes = [
    ...related.map((each) => `${each.file}:${each.range.start.line}: ${each.message}`),
    ...fixes.map((fix) => `fix: ${fix.title} (${fix.safe ? '--fix' : '--unsafe-fixes'})`),
  ];
  const body = `${frame ? frameHtml(frame) : ''}${notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('')}`;
  return item(severity, rule, message, `${file}:${range.start.line}:${range.start.column}`, body);
}

function unknownItem({ rule, path, reason, file, range }: ShownUnknown): string {
  const where = `${file}:${range.start.line}:${range.start.column}`;
  return item('unknown', rule, `${path} cannot be known: ${reason}`, where, '');
}

function item(kind: string, rule: string, message: string, where: string, body: string): string {
  return `<li class="${kind}" data-kind="${kind}" data-rule="${escaped(rule)}">
<h2><span>${kind}</span> <code>${escaped(rule)}</code></h2><p>${escaped(message)}</p><p class="where">${escaped(where)}</p>${body}</li>`;
}

function frameHtml({ line, text, start, end }: Frame): string {
  const [before, words, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(escaped);
  return `<pre><b>${line}</b> ${before}<mark>${words}</mark>${after}</pre>`;
}

function errorItem({ kind, file, range, message }: ShownError): string {
  const where = range ? `${file}:${range.start.line}:${range.start.column}` : file;
  return `<li><strong>${kind}</strong> ${escaped(where)}: ${escaped(message)}</li>`;
}
