import type { Finding } from '../model/finding.ts';
import { fingerprints } from './fingerprint.ts';

/** Findings that were there when the linter came, and are not reported until they change. */
export interface Baseline {
  /** As it is named in reports. */
  file: string;
  /** Fingerprints. */
  known: Set<string>;
}

export interface BaselineFile {
  version: 1;
  findings: { rule: string; file: string; fingerprint: string }[];
}

/** What a baseline file says of these findings. It quotes neither messages nor text. */
export function baselineOf(findings: Finding[]): BaselineFile {
  const identities = fingerprints(findings);
  const rows = findings.map(({ rule, place }, at) => ({
    rule,
    file: place.file,
    fingerprint: identities[at]!,
  }));
  return { version: 1, findings: rows };
}
