import { type JSONPath, modify } from 'jsonc-parser';
import { type Change, type NewValue, type Write, wireValues } from '../../model/change.ts';
import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Kind } from '../../model/kinds.ts';
import { textOf } from '../../model/value.ts';
import { bucketDocument, keyDocument } from './documents.ts';

/** Where a field stands in the rendered documents of its bucket or key. */
interface Spot {
  part: 'encryption' | 'versioning' | 'key';
  path: JSONPath;
}

const rule: JSONPath = ['ServerSideEncryptionConfiguration', 'Rules', 0];

const spots: Record<string, Spot | undefined> = {
  'encryption.algorithm': {
    part: 'encryption',
    path: [...rule, 'ApplyServerSideEncryptionByDefault', 'SSEAlgorithm'],
  },
  'encryption.keyId': {
    part: 'encryption',
    path: [...rule, 'ApplyServerSideEncryptionByDefault', 'KMSMasterKeyID'],
  },
  'encryption.bucketKey': { part: 'encryption', path: [...rule, 'BucketKeyEnabled'] },
  'encryption.blocked': { part: 'encryption', path: [...rule, 'BlockedEncryptionTypes', 'EncryptionType'] },
  'versioning.status': { part: 'versioning', path: ['Status'] },
  'rotation.enabled': { part: 'key', path: ['rotation', 'KeyRotationEnabled'] },
  'rotation.periodDays': { part: 'key', path: ['rotation', 'RotationPeriodInDays'] },
  'rotation.ageDays': { part: 'key', path: ['rotation', 'rotateOnDemand'] },
  state: { part: 'key', path: ['metadata', 'KeyState'] },
};

const format = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/**
 * Changes of a live resource as edits of its rendered documents: the before and after that is shown, and that
 * `src/live` turns into API calls. All changes of one fix stand in one document.
 */
export const writeIn =
  (texts: (name: string) => string | undefined): Write =>
  async (changes, fact) => {
    const byDocument = new Map<string, string>();
    for (const change of changes) {
      const name = documentOf(change, fact);
      if (name === undefined) return undefined;
      const before = byDocument.get(name) ?? texts(name) ?? '';
      const after = changed(before, change, fact);
      if (after === undefined) return undefined;
      byDocument.set(name, after);
    }
    return [...byDocument].map(([file, text]): Edit => {
      return { place: { file, start: 0, end: (texts(file) ?? '').length }, text };
    });
  };

/** Never objects: stores other than AWS take UpdateObjectEncryption for a PutObject, and lose the content. */
const mended = new Set<Kind>(['bucket', 'policy', 'key']);

function documentOf(change: Change, fact: Fact): string | undefined {
  const { resource, kind } = fact;
  const region = /^aws:\/\/([^/]+)\//.exec(fact.place.file)?.[1];
  if (resource === null || region === undefined || !mended.has(kind)) return undefined;
  if (change.verb === 'addStatement')
    return kind === 'key' ? undefined : bucketDocument(region, resource, 'policy');
  if (change.verb !== 'set' && change.verb !== 'drop') return undefined;
  const spot = spots[plainPath(change.path)];
  if (!spot) return undefined;
  return spot.part === 'key' ? keyDocument(region, resource) : bucketDocument(region, resource, spot.part);
}

function plainPath(path: string): string {
  return path === 'encryption.mode' ? 'encryption.algorithm' : path;
}

function changed(before: string, change: Change, fact: Fact): string | undefined {
  if (change.verb === 'addStatement') return withStatements(before, change, fact);
  if (change.verb !== 'set' && change.verb !== 'drop') return undefined;
  const { path } = spots[plainPath(change.path)]!;
  const value = change.verb === 'drop' ? undefined : plainValue(change.path, change.value);
  if (change.verb === 'set' && value === undefined) return undefined;
  return applied(before || '{}\n', path, value);
}

function plainValue(path: string, value: NewValue): unknown {
  if (!('literal' in value)) return undefined;
  if (path === 'rotation.ageDays') return true;
  return path === 'encryption.mode' ? wireValues[String(value.literal)] : value.literal;
}

function withStatements(
  before: string,
  change: Extract<Change, { verb: 'addStatement' }>,
  fact: Fact,
): string {
  const bucket = textOf((fact.fields as Record<string, never>).name) ?? fact.resource;
  const said = JSON.stringify(change.statements).replaceAll('${bucket}', `arn:aws:s3:::${bucket}`);
  const added = JSON.parse(said) as unknown[];
  const policy = (before === '' ? { Version: '2012-10-17', Statement: [] } : JSON.parse(before)) as {
    Statement: unknown;
  };
  const own = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  const kept = own.filter((_, at) => !change.replaces?.includes(at));
  return `${JSON.stringify({ ...policy, Statement: [...kept, ...added] }, null, 2)}\n`;
}

function applied(text: string, path: JSONPath, value: unknown): string {
  const edits = modify(text, path, value, format);
  return [...edits]
    .reverse()
    .reduce(
      (all, edit) => `${all.slice(0, edit.offset)}${edit.content}${all.slice(edit.offset + edit.length)}`,
      text,
    );
}
