import type { Fault, Severity, Suppressed } from '../model/finding.ts';
import type { Range } from '../model/place.ts';
import type { LintResult, Stats } from '../model/result.ts';

/** What a format is given: the contract's plain data, and what it takes to show it well. */
export interface Report {
  data: ReportData;
  result: LintResult;
  rules: RuleInfo[];
  version: string;
  terminal: Terminal;
  /** One steady identity a finding, in the order of `data.findings`. */
  fingerprints: string[];
  /** The working directory, to which files are relative. */
  cwd: string;
}

export type Format = (report: Report) => string;

export interface RuleInfo {
  id: string;
  title: string;
  why: string;
  severity: Record<string, string>;
  references: string[];
  controls: Record<string, string[]>;
  docs: string;
}

export interface Terminal {
  colour: boolean;
  links: boolean;
  /** In columns. */
  width: number;
}

/** `--format json`, version 1: its JSON Schema is `schemas/report.schema.json`. */
export interface ReportData {
  version: 1;
  findings: ShownFinding[];
  unknown: ShownUnknown[];
  suppressed: ShownSuppressed[];
  errors: ShownError[];
  stats: Stats;
}

export interface ShownFinding {
  rule: string;
  severity: Severity;
  message: string;
  file: string;
  range: Range;
  resource: string | null;
  fixes: ShownFix[];
  related: { message: string; file: string; range: Range }[];
  docs: string;
}

export interface ShownFix {
  title: string;
  safe: boolean;
  edits: { file: string; range: Range; text: string | { secret: true } }[];
}

export interface ShownUnknown {
  rule: string;
  severity: Severity;
  file: string;
  range: Range;
  resource: string | null;
  path: string;
  reason: string;
}

export interface ShownSuppressed extends Omit<ShownFinding, 'range'> {
  by: Suppressed['by'];
  reason: string;
  /** Of what suppressed it; its own, where that has no place. */
  range: Range;
}

export interface ShownError {
  kind: Fault['kind'];
  file: string;
  range: Range | null;
  message: string;
}
