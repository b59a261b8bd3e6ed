import type { LinkedFact } from '../model/fact.ts';
import type { Related, Severity, Suppressed, Undecided } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { docsOf } from './describe.ts';
import { entriesOf } from './entries.ts';
import { fixesOf, type RawFix } from './fixes.ts';
import { groupedBy } from './group.ts';
import { merged } from './merge.ts';
import { messageOf } from './message.ts';
import { placeOf } from './places.ts';
import type { Texts } from './plan.ts';
import { levelOf } from './presets.ts';
import type { Check, Rule, Settings } from './rule.ts';
import type { Scope } from './scope.ts';
import { tryCheck } from './trial.ts';
import type { Doubt } from './truth.ts';
import { type World, worldOf } from './world.ts';

/** A finding before its fixes are edits. */
export interface RawFinding {
  rule: string;
  /** Index of the check in its rule. */
  check: number;
  severity: Severity;
  message: string;
  place: Place;
  resource: string | null;
  related: Related[];
  fact: LinkedFact;
  /** Found at one entry of a list, map or link. */
  ofEntry: boolean;
  fixes: RawFix[];
}

export interface Judged {
  findings: RawFinding[];
  undecided: Undecided[];
  exempted: Suppressed[];
}

/**
 * Judges every fact by every rule of its kind.
 * `texts` gives the text of a file, for fixes that copy an expression; without it they are not offered.
 */
export function judge(
  facts: LinkedFact[],
  rules: Rule[],
  settings: Settings,
  texts: Texts = () => undefined,
): Judged {
  const judged: Judged = { findings: [], undecided: [], exempted: [] };
  const byKind = groupedBy(
    rules.filter((rule) => !rule.deprecated),
    (rule) => rule.kind,
  );
  const worlds = new Map(rules.map((rule) => [rule, worldOf(rule, settings)]));
  for (const fact of facts) {
    for (const rule of byKind.get(fact.kind) ?? []) judgeFact(rule, fact, worlds.get(rule)!, texts, judged);
  }
  return { ...judged, findings: merged(judged.findings, rules), undecided: distinct(judged.undecided) };
}

function judgeFact(rule: Rule, fact: LinkedFact, world: World, texts: Texts, judged: Judged): void {
  for (const [index, check] of rule.checks.entries()) {
    const severity = levelOf(rule, check.severity, world.settings);
    if (severity === 'off' || check.needs.some((operand) => world.lookUp(operand) === undefined)) continue;
    const { scopes, doubts } = entriesOf(check.each, { fact, taken: new Map() });
    const report = { rule, check, index, severity, world, texts, judged };
    for (const doubt of doubts) judged.undecided.push(undecided(doubt, { fact, taken: new Map() }, report));
    for (const scope of scopes) judgeScope(scope, report);
  }
}

interface Report {
  rule: Rule;
  check: Check;
  index: number;
  severity: Severity;
  world: World;
  texts: Texts;
  judged: Judged;
}

function judgeScope(scope: Scope, report: Report): void {
  const trial = tryCheck(report.check, scope, report.world);
  if (trial.is === 'doubt') report.judged.undecided.push(undecided(trial.doubt, scope, report));
  if (trial.is !== 'failed') return;
  for (const failure of trial.failures) {
    const finding = findingOf(failure.scope, failure.arms, report);
    if (failure.because === undefined) report.judged.findings.push(finding);
    else report.judged.exempted.push(exempted(finding, failure.because));
  }
}

function findingOf(
  scope: Scope,
  arms: string[],
  { rule, check, index, severity, world, texts }: Report,
): RawFinding {
  return {
    rule: rule.id,
    check: index,
    severity,
    message: messageOf(check.message, arms, scope, world),
    place: placeOf(check.at, scope),
    resource: scope.fact.resource,
    related: [],
    fact: scope.fact,
    ofEntry: scope.entry !== undefined,
    fixes: fixesOf(check.fixes, { scope, world, texts, hangsOnArms: arms.length > 0 }),
  };
}

function exempted(
  { rule, severity, message, place, resource, related }: RawFinding,
  reason: string,
): Suppressed {
  const docs = docsOf(rule);
  return { rule, severity, message, place, resource, related, docs, fixes: [], by: 'exempt', reason };
}

function undecided(doubt: Doubt, scope: Scope, { rule, severity }: Report): Undecided {
  const path = doubt.path.startsWith('entry') ? (scope.entry?.path ?? doubt.path) : doubt.path;
  const place = placeOf([doubt.path], scope);
  return { rule: rule.id, severity, place, resource: scope.fact.resource, path, reason: doubt.reason };
}

function distinct(all: Undecided[]): Undecided[] {
  const key = ({ rule, place, path }: Undecided) =>
    [rule, place.file, place.start, place.end, path].join('\0');
  return [...new Map(all.map((each) => [key(each), each])).values()];
}
