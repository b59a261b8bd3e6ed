import type { Fault, Finding, Fix, Suppressed, Undecided } from '../model/finding.ts';
import type { LintResult, Texts } from '../model/result.ts';
import { Ranges } from './ranges.ts';
import type {
  ReportData,
  ShownError,
  ShownFinding,
  ShownFix,
  ShownSuppressed,
  ShownUnknown,
} from './report.ts';

/** The plain data of a run: places as lines and columns, key material withheld. */
export function dataOf(result: LintResult, options: { showUnknown: boolean }): ReportData {
  const ranges = new Ranges(result.texts);
  return {
    version: 1,
    findings: result.findings.map((each) => finding(each, ranges, result.texts)),
    unknown: options.showUnknown ? result.undecided.map((each) => undecided(each, ranges, result.texts)) : [],
    suppressed: result.suppressed.map((each) => suppressed(each, ranges, result.texts)),
    errors: result.faults.map((each) => errorOf(each, ranges, result.texts)),
    stats: result.stats,
  };
}

function finding(each: Finding, ranges: Ranges, texts: Texts): ShownFinding {
  const { rule, severity, place, resource, related, docs } = each;
  return {
    rule,
    severity,
    message: texts.mask(each.message),
    file: place.file,
    range: ranges.of(place),
    resource: resource === null ? null : texts.mask(resource),
    fixes: each.fixes.map((fix) => shownFix(fix, ranges, texts)),
    related: related.map((one) => ({
      message: texts.mask(one.message),
      file: one.place.file,
      range: ranges.of(one.place),
    })),
    docs,
  };
}

function shownFix({ title, safe, edits }: Fix, ranges: Ranges, texts: Texts): ShownFix {
  return {
    title,
    safe,
    edits: edits.map(({ place, text, secret }) => ({
      file: place.file,
      range: ranges.of(place),
      text: secret || texts.mask(text) !== text ? { secret: true } : text,
    })),
  };
}

function undecided(each: Undecided, ranges: Ranges, texts: Texts): ShownUnknown {
  const { rule, severity, place, resource, path } = each;
  const reason = texts.mask(each.reason);
  return { rule, severity, file: place.file, range: ranges.of(place), resource, path, reason };
}

function suppressed(each: Suppressed, ranges: Ranges, texts: Texts): ShownSuppressed {
  const { by, reason, suppressedAt } = each;
  const shown = finding(each, ranges, texts);
  return { ...shown, by, reason: texts.mask(reason), range: ranges.of(suppressedAt ?? each.place) };
}

export function errorOf(
  { kind, file, place, range, message }: Fault,
  ranges: Ranges,
  texts: Texts,
): ShownError {
  return { kind, file, range: place ? ranges.of(place) : (range ?? null), message: texts.mask(message) };
}
