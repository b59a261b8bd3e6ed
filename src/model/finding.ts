import type { Place, Range } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Level = Severity | 'off';

/** A change of one stretch of one file. `secret`: the text holds key material and is never shown. */
export interface Edit {
  place: Place;
  text: string;
  secret?: true;
}

export interface Fix {
  title: string;
  /** Keeps what the program does apart from the mistake. */
  safe: boolean;
  edits: Edit[];
}

export interface Related {
  message: string;
  place: Place;
}

/** One mistake, where it is mended, of what, and how. */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  place: Place;
  resource: string | null;
  fixes: Fix[];
  related: Related[];
  docs: string;
}

export interface Undecided {
  rule: string;
  severity: Severity;
  place: Place;
  resource: string | null;
  /** The path that is unknown, and why. */
  path: string;
  reason: string;
}

export interface Suppressed extends Finding {
  by: 'comment' | 'baseline' | 'override' | 'exempt';
  reason: string;
  suppressedAt?: Place;
}

/** Something that could not be read, parsed or asked. */
export interface Fault {
  kind: 'unreadable' | 'partial' | 'configuration' | 'denied' | 'failed' | 'unsupported';
  file: string;
  place?: Place;
  range?: Range;
  message: string;
}
