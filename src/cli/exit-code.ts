import type { Fault, Severity } from '../model/finding.ts';

export interface Outcome {
  findings: { severity: Severity }[];
  errors: { kind: Fault['kind'] }[];
  /** How many checks could not be decided. */
  unknown: number;
}

export interface Strictness {
  failOn: Severity | 'never';
  failOnUnknown: boolean;
  strictParse: boolean;
}

const rank: Record<Severity | 'never', number> = { info: 1, warning: 2, error: 3, never: 4 };

/** 0 clean, 1 findings that count, 2 something could not be read; 2 wins. */
export function exitCodeOf({ findings, errors, unknown }: Outcome, strictness: Strictness): number {
  const isFatal = ({ kind }: Outcome['errors'][number]) =>
    kind === 'partial' ? strictness.strictParse : kind !== 'unsupported';
  if (errors.some(isFatal)) return 2;
  if (findings.some((finding) => rank[finding.severity] >= rank[strictness.failOn])) return 1;
  return strictness.failOnUnknown && unknown > 0 ? 1 : 0;
}
