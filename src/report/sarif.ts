import type {
  Log,
  Message,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Run,
  Suppression,
} from 'sarif';
import type { Range } from '../model/place.ts';
import { Ranges } from './ranges.ts';
import type {
  Report,
  ReportData,
  RuleInfo,
  ShownFinding,
  ShownFix,
  ShownSuppressed,
  ShownUnknown,
} from './report.ts';

const home = 'https://www.npmjs.com/package/sselint';
const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const;

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), as code scanning reads it. */
export function sarif(report: Report): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function runOf({ data, result, rules, version, fingerprints }: Report): Run {
  const ranges = new Ranges(result.texts);
  const used = usedRules(data, rules);
  const index = new Map(used.map((rule, at) => [rule.id, at]));
  return {
    tool: {
      driver: {
        name: 'sselint',
        version,
        semanticVersion: version,
        informationUri: home,
        rules: used.map(descriptor),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The folder in which sselint ran.' } } },
    invocations: [
      {
        executionSuccessful: data.errors.every(({ kind }) => kind === 'partial'),
        toolExecutionNotifications: notifications(data),
      },
    ],
    results: [
      ...data.findings.map((each, at) => resultOf(each, index, fingerprints[at]!)),
      ...data.suppressed.map((each, at) => ({
        ...resultOf({ ...each, range: ranges.of(result.suppressed[at]!.place) }, index),
        suppressions: [suppressionOf(each)],
      })),
      ...data.unknown.map((each) => unknownOf(each, index)),
    ],
  };
}

/** Only the rules that the results name. */
function usedRules({ findings, suppressed, unknown }: ReportData, rules: RuleInfo[]): RuleInfo[] {
  const named = new Set([...findings, ...suppressed, ...unknown].map((each) => each.rule));
  return rules.filter((rule) => named.has(rule.id));
}

function descriptor({ id, title, why, severity, references, controls }: RuleInfo): ReportingDescriptor {
  const links = references.map((reference) => `- <${reference}>`).join('\n');
  return {
    id,
    name: id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why.trim() },
    helpUri: references[0] ?? home,
    help: {
      text: `${why.trim()}\n\n${references.join('\n')}`.trim(),
      markdown: `${why.trim()}\n\n${links}`.trim(),
    },
    messageStrings: { default: { text: '{0}.' } },
    defaultConfiguration: { level: levels[severity.recommended as keyof typeof levels] ?? 'none' },
    properties: {
      tags: [
        'security',
        ...Object.entries(controls).flatMap(([standard, ids]) => ids.map((each) => `${standard}:${each}`)),
      ],
    },
  };
}

function resultOf(
  finding: ShownFinding | ShownSuppressed,
  index: Map<string, number>,
  fingerprint?: string,
): Result {
  const { rule, severity, message, file, range, related, fixes } = finding;
  const shownFixes = fixes.flatMap((fix) => fixOf(fix) ?? []);
  return {
    ruleId: rule,
    ruleIndex: index.get(rule),
    level: levels[severity],
    message: messageOf(message),
    locations: [{ physicalLocation: location(file, range) }],
    ...(related.length
      ? {
          relatedLocations: related.map((each) => ({
            message: { text: each.message },
            physicalLocation: location(each.file, each.range),
          })),
        }
      : {}),
    ...(shownFixes.length ? { fixes: shownFixes } : {}),
    ...(fingerprint ? { partialFingerprints: { 'sselint/v1': fingerprint } } : {}),
  };
}

/** Once as code scanning reads it, and once as the standard likes it best. */
function messageOf(words: string): Message {
  const sentence = words.replace(/[.\s]+$/, '');
  return { text: `${sentence}.`, id: 'default', arguments: [sentence] };
}

/** A fix that would hold key material is withheld as a whole. */
function fixOf({ title, edits }: ShownFix): NonNullable<Result['fixes']>[number] | undefined {
  const files = [...new Set(edits.map((edit) => edit.file))];
  if (edits.some((edit) => typeof edit.text !== 'string')) return undefined;
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ range, text }) => ({
          deletedRegion: region(range),
          insertedContent: { text: text as string },
        })),
    })),
  };
}

function unknownOf({ rule, file, range, path, reason }: ShownUnknown, index: Map<string, number>): Result {
  return {
    ruleId: rule,
    ruleIndex: index.get(rule),
    kind: 'open',
    level: 'none',
    message: messageOf(`${path} cannot be known: ${reason}`),
    locations: [{ physicalLocation: location(file, range) }],
  };
}

function suppressionOf({ by, reason }: ShownSuppressed): Suppression {
  return { kind: by === 'comment' ? 'inSource' : 'external', justification: `${by}: ${reason}` };
}

function notifications({ errors }: ReportData): Notification[] {
  return errors.map(({ kind, file, range, message }) => ({
    level: kind === 'partial' || kind === 'unsupported' ? 'warning' : 'error',
    message: { text: `${kind}: ${message}` },
    locations: [{ physicalLocation: range ? location(file, range) : { artifactLocation: artifact(file) } }],
  }));
}

function location(file: string, range: Range) {
  return { artifactLocation: artifact(file), region: region(range) };
}

function artifact(file: string) {
  if (file.includes('://')) return { uri: file };
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: 'SRCROOT' };
}

function region({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
