import type { AnyFact, Fact, LinkedFact } from '../model/fact.ts';
import type { Fault, Finding, Suppressed, Undecided } from '../model/finding.ts';
import type { LintResult } from '../model/result.ts';
import { groupedBy } from '../rules/group.ts';
import { judge, type RawFinding } from '../rules/judge.ts';
import type { Rule, Settings } from '../rules/rule.ts';
import type { Source } from '../sources/source.ts';
import type { Baseline } from './baseline.ts';
import type { Config } from './config/config.ts';
import { SettingsByFile } from './config/settings.ts';
import { fingerprints } from './fingerprint.ts';
import { link } from './link/index.ts';
import { fixesOf } from './mend.ts';
import { Secrets } from './secrets.ts';
import { findingOf, inOrder, suppressedBy } from './shape.ts';
import { type Foreign, foreignIn } from './suppress/foreign.ts';
import { suppress } from './suppress/suppress.ts';

/** What judging needs besides the facts. */
export interface Court {
  cwd: string;
  config: Config;
  rules: Rule[];
  sources: Source[];
  /** Comments in the files suppress findings; on, unless it is false. */
  inlineSuppressions?: boolean;
  baseline?: Baseline;
  text(file: string): string | undefined;
  /** What was left out of judging is still read for linking. */
  isReported(file: string): boolean;
}

export type Verdict = Pick<LintResult, 'findings' | 'undecided' | 'suppressed' | 'texts'>;

/** Links and judges all facts, takes away what is suppressed, and turns fixes into edits. */
export async function verdictOf(facts: AnyFact[], faults: Fault[], court: Court): Promise<Verdict> {
  const settings = new SettingsByFile(court.config, court.rules, court.cwd);
  const isComment = (fact: AnyFact): fact is Fact<'suppression'> => fact.kind === 'suppression';
  const comments = court.inlineSuppressions === false ? [] : facts.filter(isComment);
  const linked = link(
    facts.filter((fact) => !isComment(fact)),
    { buckets: court.config.buckets },
  );
  const first = judgeAll(linked, settings, court);
  const { left, suppressed, suppressions } = suppress(first.findings, comments, {
    settings,
    faults,
    rules: court.rules,
    foreign: foreignBy(court),
  });
  const last = judgeAll(suppressions, settings, court);
  const judged = inOrder([...left, ...last.findings].filter((each) => court.isReported(each.place.file)));
  const secrets = new Secrets(facts);
  const writing = { sources: court.sources, text: court.text, secrets: (file: string) => secrets.in(file) };
  const known = court.baseline?.known ?? new Set();
  const identities = fingerprints(judged);
  const findings: Finding[] = [];
  for (const [at, raw] of judged.entries()) {
    if (known.has(identities[at]!)) suppressed.push(suppressedBy(raw, 'baseline', court.baseline!.file));
    else findings.push(findingOf(raw, await fixesOf(raw, writing)));
  }
  return {
    findings,
    undecided: inOrder(
      [...first.undecided, ...last.undecided].filter((each) => court.isReported(each.place.file)),
    ),
    suppressed: inOrder(
      [...suppressed, ...first.suppressed].filter((each) => court.isReported(each.place.file)),
    ),
    texts: { text: court.text, secrets: writing.secrets, mask: (text) => secrets.mask(text) },
  };
}

/** What other scanners' comments in a file suppress; each file is read for them once. */
function foreignBy({ config, inlineSuppressions, text }: Court): (file: string) => Foreign[] {
  const known = new Map<string, Foreign[]>();
  return (file) => {
    if (!config.honourSuppressions.length || inlineSuppressions === false) return [];
    const found = known.get(file) ?? foreignIn(file, text(file) ?? '', config.honourSuppressions);
    known.set(file, found);
    return found;
  };
}

interface JudgedAll {
  findings: RawFinding[];
  undecided: Undecided[];
  suppressed: Suppressed[];
}

/** Judges facts by the settings of their files; what overrides silence is listed as suppressed. */
function judgeAll(facts: LinkedFact[], settings: SettingsByFile, court: Court): JudgedAll {
  const all: JudgedAll = { findings: [], undecided: [], suppressed: [] };
  for (const [own, group] of groupedBy(facts, (fact) => settings.of(fact.place.file))) {
    const judged = judge(group, court.rules, own, court.text);
    all.findings.push(...judged.findings);
    all.undecided.push(...judged.undecided);
    all.suppressed.push(...judged.exempted);
    if (own !== settings.base) all.suppressed.push(...silenced(group, judged.findings, settings.base, court));
  }
  return all;
}

function silenced(facts: LinkedFact[], found: RawFinding[], base: Settings, court: Court): Suppressed[] {
  const key = ({ rule, place }: RawFinding) => [rule, place.file, place.start, place.end].join('\0');
  const keys = new Set(found.map(key));
  const gone = judge(facts, court.rules, base).findings.filter((each) => !keys.has(key(each)));
  return gone.map((each) => suppressedBy(each, 'override', court.config.file ?? 'configuration'));
}
