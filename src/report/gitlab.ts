import { createHash } from 'node:crypto';
import type { Report } from './report.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

/** A code quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
export function gitlab({ data, fingerprints }: Report): string {
  const findings = data.findings.map(({ rule, message, severity, file, range }, at) => ({
    description: message,
    check_name: rule,
    fingerprint: fingerprints[at],
    severity: severities[severity],
    location: { path: file, lines: { begin: range.start.line, end: range.end.line } },
  }));
  const errors = data.errors.map(({ kind, message, file, range }) => ({
    description: `${kind}: ${message}`,
    check_name: `sselint/${kind}`,
    fingerprint: createHash('sha256').update([kind, file, message].join('\0')).digest('hex').slice(0, 32),
    severity: 'blocker',
    location: { path: file, lines: { begin: range?.start.line ?? 1, end: range?.end.line ?? 1 } },
  }));
  return `${JSON.stringify([...findings, ...errors], null, 2)}\n`;
}
