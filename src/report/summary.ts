import type { ReportData } from './report.ts';

export interface Counts {
  error: number;
  warning: number;
  info: number;
  /** Findings with a fix that keeps what the program does, and those with another. */
  fixable: number;
  unsafe: number;
}

export function countsOf({ findings }: ReportData): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0, fixable: 0, unsafe: 0 };
  for (const { severity, fixes } of findings) {
    counts[severity] += 1;
    if (fixes.some((fix) => fix.safe)) counts.fixable += 1;
    else if (fixes.length) counts.unsafe += 1;
  }
  return counts;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
