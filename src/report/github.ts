import type { Range } from '../model/place.ts';
import type { Report } from './report.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Annotations of a GitHub workflow
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message).
 */
export function github({ data }: Report): string {
  const findings = data.findings.map(({ severity, rule, message, file, range }) =>
    annotation(commands[severity], `sselint ${rule}`, message, file, range),
  );
  const unknown = data.unknown.map(({ rule, path, reason, file, range }) =>
    annotation('notice', `sselint ${rule}`, `${path} cannot be known: ${reason}`, file, range),
  );
  const errors = data.errors.map(({ kind, message, file, range }) =>
    annotation('error', `sselint: ${kind}`, message, file, range),
  );
  return [...findings, ...unknown, ...errors].map((line) => `${line}\n`).join('');
}

function annotation(
  command: string,
  title: string,
  message: string,
  file: string,
  range: Range | null,
): string {
  const { start, end } = range ?? { start: undefined, end: undefined };
  const isOneLine = start && end && start.line === end.line;
  const properties = {
    file,
    line: start?.line,
    endLine: end?.line,
    col: isOneLine ? start.column : undefined,
    endColumn: isOneLine ? end.column : undefined,
    title,
  };
  const written = Object.entries(properties).filter(([, value]) => value !== undefined);
  const text = written.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${command} ${text}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
