import type { Edit, Finding, Fix } from '../model/finding.ts';
import type { LintResult, Texts } from '../model/result.ts';
import type { Session } from './session.ts';

export interface FixOptions {
  /** Those too that may change what the program does. */
  unsafe: boolean;
  isReported?(file: string): boolean;
}

export interface Fixed {
  /** What is left once nothing more can be mended. */
  result: LintResult;
  /** How many findings were mended. */
  mended: number;
  changes: FileChange[];
  /** What must not be shown of the texts as they were. */
  before: Texts;
}

export interface FileChange {
  file: string;
  before: string;
  after: string;
}

/** Each pass mends or gives up at least one fix; this only guards against a fault in that. */
const mostPasses = 100;

/**
 * Mends in passes, in memory, until nothing is left: of fixes that overlap, the first is made and the others wait.
 * A fix after which the file does not parse, or that brings a new finding, is taken back and not tried again.
 */
export async function fix(session: Session, { unsafe, isReported }: FixOptions): Promise<Fixed> {
  const before = new Map<string, string>();
  const failed = new Set<string>();
  let result = await session.result(isReported);
  const { texts } = result;
  let mended = 0;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const chosen = choose(result.findings, unsafe, failed);
    if (!chosen.length) break;
    const attempt = await tryFixes(session, result, chosen, { isReported, before });
    for (const each of attempt.failed) failed.add(keyOf(each));
    mended += attempt.mended;
    result = attempt.result;
  }
  const changes = [...before].map(([file, text]) => ({
    file,
    before: text,
    after: session.files.text(file) ?? '',
  }));
  return { result, mended, before: texts, changes: changes.filter((each) => each.before !== each.after) };
}

interface Chosen {
  finding: Finding;
  fix: Fix;
}

/** The first acceptable fix of each finding, without those that overlap one that is chosen already. */
function choose(findings: Finding[], unsafe: boolean, failed: ReadonlySet<string>): Chosen[] {
  const taken: Edit[] = [];
  const chosen: Chosen[] = [];
  for (const finding of findings) {
    const fixes = finding.fixes.filter(
      (each) => (each.safe || unsafe) && !failed.has(keyOf({ finding, fix: each })),
    );
    const fix = fixes.find((each) => each.safe) ?? fixes[0];
    if (!fix || fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...fix.edits);
    chosen.push({ finding, fix });
  }
  return chosen;
}

function overlap({ place: a }: Edit, { place: b }: Edit): boolean {
  if (a.file !== b.file) return false;
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function keyOf({ finding, fix }: Chosen): string {
  const { file, start } = finding.place;
  return [finding.rule, file, start, finding.message, fix.title].join('\0');
}

interface Attempt {
  result: LintResult;
  mended: number;
  failed: Chosen[];
}

interface Trying {
  isReported?(file: string): boolean;
  /** The texts as they were before the first pass. */
  before: Map<string, string>;
}

/** Makes fixes together; where that does harm, one by one, leaving out those that do. */
async function tryFixes(
  session: Session,
  was: LintResult,
  chosen: Chosen[],
  trying: Trying,
): Promise<Attempt> {
  const texts = await apply(session, chosen, trying.before);
  const result = await session.result(trying.isReported);
  if (!isWorse(was, result, chosen)) return { result, mended: chosen.length, failed: [] };
  for (const [file, text] of texts) await session.update(file, text);
  if (chosen.length === 1)
    return { result: await session.result(trying.isReported), mended: 0, failed: chosen };
  return tryHalves(session, chosen, trying);
}

/** Those that do harm are found by halving; of each half only the first is sure to stand where it stood. */
async function tryHalves(session: Session, chosen: Chosen[], trying: Trying): Promise<Attempt> {
  const was = await session.result(trying.isReported);
  const half = chosen.slice(0, Math.ceil(chosen.length / 2));
  return tryFixes(session, was, half, trying);
}

/** Gives the texts as they were. */
async function apply(
  session: Session,
  chosen: Chosen[],
  before: Map<string, string>,
): Promise<Map<string, string>> {
  const edits = chosen.flatMap((each) => each.fix.edits);
  const texts = new Map<string, string>();
  for (const file of new Set(edits.map((edit) => edit.place.file))) {
    const text = session.files.text(file) ?? '';
    texts.set(file, text);
    if (!before.has(file)) before.set(file, text);
    await session.update(
      file,
      edited(
        text,
        edits.filter((edit) => edit.place.file === file),
      ),
    );
  }
  return texts;
}

/** A text with edits that do not overlap. */
export function edited(text: string, edits: Edit[]): string {
  let result = text;
  for (const { place, text: words } of edits.toSorted((a, b) => b.place.start - a.place.start)) {
    result = result.slice(0, place.start) + words + result.slice(place.end);
  }
  return result;
}

/** A mended file that no longer parses, a finding that was not there, or one that is still there. */
function isWorse(was: LintResult, now: LintResult, chosen: Chosen[]): boolean {
  if (now.faults.length > was.faults.length) return true;
  const count = (findings: Finding[]) => {
    const counts = new Map<string, number>();
    for (const each of findings) {
      const key = `${each.rule}\0${each.place.file}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const before = count(was.findings);
  const after = count(now.findings);
  if ([...after].some(([key, number]) => number > (before.get(key) ?? 0))) return true;
  const mended = count(chosen.map((each) => each.finding));
  return [...mended].some(([key, number]) => (after.get(key) ?? 0) > (before.get(key) ?? 0) - number);
}
