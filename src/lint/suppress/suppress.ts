import type { Fact, LinkedFact } from '../../model/fact.ts';
import type { Fault, Suppressed } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { known, textOf, unknown, type Value } from '../../model/value.ts';
import { groupedBy } from '../../rules/group.ts';
import type { RawFinding } from '../../rules/judge.ts';
import { levelOf } from '../../rules/presets.ts';
import type { Rule } from '../../rules/rule.ts';
import { rulesNamed, type SettingsByFile } from '../config/settings.ts';
import { suppressedBy } from '../shape.ts';
import { type Foreign, isMeant } from './foreign.ts';

export interface Suppressing {
  rules: Rule[];
  settings: SettingsByFile;
  faults: Fault[];
  /** The suppressions of other scanners in a file, so far as they are honoured. */
  foreign(file: string): Foreign[];
}

export interface Sorted {
  left: RawFinding[];
  suppressed: Suppressed[];
  /** The suppressions as facts to be judged, knowing whether they were used. */
  suppressions: LinkedFact<'suppression'>[];
}

/** Takes away the findings that stand in the scope of a suppression that names their rule. */
export function suppress(
  findings: RawFinding[],
  comments: Fact<'suppression'>[],
  with_: Suppressing,
): Sorted {
  const all = comments.map((fact) => ({ fact, rules: namedBy(fact, with_.rules), used: false }));
  const byFile = groupedBy(all, ({ fact }) => fact.place.file);
  const left: RawFinding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const inFile = byFile.get(finding.place.file) ?? [];
    const by = inFile.filter(({ fact, rules }) => rules.has(finding.rule) && isWithin(finding.place, fact));
    for (const each of by) each.used = true;
    const [first] = by.filter((each) => !isExpired(each.fact)).map((each) => ownReason(each.fact));
    const foreign = first
      ? []
      : [...new Set([finding.place.file, finding.fact.place.file])].flatMap(with_.foreign);
    const because = first ?? foreign.find((each) => isMeant(finding, each));
    if (!because) left.push(finding);
    else
      suppressed.push({ ...suppressedBy(finding, 'comment', because.reason), suppressedAt: because.place });
  }
  const suppressions = all.map(({ fact, rules, used }) =>
    judgeable(fact, used ? known(true) : unused(fact, rules, with_)),
  );
  return { left, suppressed, suppressions };
}

function ownReason({ fields, place }: Fact<'suppression'>): { reason: string; place: Place } {
  return { reason: textOf(fields.reason) ?? '', place };
}

function namedBy(fact: Fact<'suppression'>, rules: Rule[]): Set<string> {
  const { rules: named } = fact.fields;
  const patterns = named?.is === 'list' ? named.items.map((item) => textOf(item) ?? '') : [];
  return new Set(patterns.flatMap((pattern) => rulesNamed(pattern, rules)));
}

function isWithin(place: Place, fact: Fact<'suppression'>): boolean {
  const scope = fact.anchors?.scope;
  return scope?.file === place.file && scope.start <= place.start && place.start <= scope.end;
}

function isExpired(fact: Fact<'suppression'>): boolean {
  const { expired } = fact.fields;
  return expired?.is === 'known' && expired.value === true;
}

/** Stale only where its rules were judged on the whole file. */
function unused(
  fact: Fact<'suppression'>,
  named: Set<string>,
  { rules, settings, faults }: Suppressing,
): Value {
  const { file } = fact.place;
  if (faults.some((fault) => fault.file === file)) return unknown('the file could not be read in full');
  const own = settings.of(file);
  const isOff = (rule: Rule) => rule.checks.every((check) => levelOf(rule, check.severity, own) === 'off');
  const judged = rules.filter((rule) => named.has(rule.id) && !isOff(rule));
  if (named.size && judged.length < named.size) return unknown('a rule that it names is off');
  return known(false, { place: fact.place });
}

function judgeable(fact: Fact<'suppression'>, used: Value): LinkedFact<'suppression'> {
  return { ...fact, fields: { ...fact.fields, used }, links: {} };
}
