import type { Fault, Finding, Suppressed, Undecided } from './finding.ts';
import type { Place } from './place.ts';

/** What one run of the linter found, and what it could not read. Findings stand in the order of files and places. */
export interface LintResult {
  findings: Finding[];
  /** What rules could not know. */
  undecided: Undecided[];
  suppressed: Suppressed[];
  faults: Fault[];
  stats: Stats;
  /** The texts that findings, faults and edits stand in, and what must not be shown of them. */
  texts: Texts;
}

export interface Stats {
  /** Files that were looked at. */
  files: number;
  /** What the walk met and no source reads: binaries, links, pipes, devices. */
  skipped: number;
  facts: number;
  unknown: number;
  /** Wall-clock milliseconds. */
  ms: number;
}

export interface Texts {
  text(file: string): string | undefined;
  /** Where key material stands in a file. */
  secrets(file: string): Place[];
  /** Any text with the key material in it masked, in whatever encoding. */
  mask(text: string): string;
}
