import type { Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { groupedBy } from './group.ts';
import type { RawFinding } from './judge.ts';
import type { Rule } from './rule.ts';
import { placeKey, withoutSuperseded } from './supersede.ts';

/** One mistake, one finding: those that a more specific rule speaks for go, those of one rule at one place become one. */
export function merged(findings: RawFinding[], rules: Rule[]): RawFinding[] {
  const left = withoutSuperseded(findings, rules);
  const byPlace = groupedBy(left, (each) => `${each.rule}\0${placeKey(each.place)}`);
  return [...byPlace.values()].map(asOne).toSorted(byPosition);
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function asOne(same: RawFinding[]): RawFinding {
  const [first, ...others] = same.toSorted((a, b) => rank[a.severity] - rank[b.severity]) as [
    RawFinding,
    ...RawFinding[],
  ];
  const more = others.filter((each) => each.message !== first.message || each.fact !== first.fact);
  const related = more.map((each) => ({ message: each.message, place: each.fact.place }));
  return { ...first, related: [...first.related, ...distinct(related)] };
}

function distinct<T extends { message: string; place: Place }>(all: T[]): T[] {
  return [...new Map(all.map((each) => [`${each.message}\0${placeKey(each.place)}`, each])).values()];
}

function byPosition(a: RawFinding, b: RawFinding): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return a.place.start - b.place.start || a.place.end - b.place.end || (a.rule < b.rule ? -1 : 1);
}
