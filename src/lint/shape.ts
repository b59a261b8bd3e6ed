import type { Finding, Suppressed } from '../model/finding.ts';
import { docsOf } from '../rules/describe.ts';
import type { RawFinding } from '../rules/judge.ts';

export function findingOf(raw: RawFinding, fixes: Finding['fixes']): Finding {
  const { rule, severity, message, place, resource, related } = raw;
  return { rule, severity, message, place, resource, fixes, related, docs: docsOf(rule) };
}

export function suppressedBy(raw: RawFinding, by: Suppressed['by'], reason: string): Suppressed {
  return { ...findingOf(raw, []), by, reason };
}

/** By file, place and rule, so that two runs say the same in the same order. */
export function inOrder<T extends { place: { file: string; start: number; end: number }; rule: string }>(
  all: T[],
): T[] {
  return all.sort((a, b) => {
    if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
    return (
      a.place.start - b.place.start ||
      a.place.end - b.place.end ||
      (a.rule < b.rule ? -1 : Number(a.rule > b.rule))
    );
  });
}
