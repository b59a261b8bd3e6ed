import { type Change, type NewValue, wireValues } from '../../model/change.ts';
import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { dropped, isFirstOfLine, modeInWords, valueAt, wordsAt } from '../template/edit.ts';
import { parserFor } from './parse.ts';
import { additionOf, encryptionOf } from './write/homes.ts';
import { inserted, resourceIn } from './write/insert.ts';
import type { Page } from './write/page.ts';
import { withStatements } from './write/policy.ts';

/** Changes of a fact as edits of its template, in YAML or JSON as it is. */
export async function writeCloudFormation(
  changes: Change[],
  fact: Fact,
  text: string,
): Promise<Edit[] | undefined> {
  const { file } = fact.place;
  const { root } = (await parserFor())(file, text);
  const page: Page = { file, text, root, fact, isJson: /^\s*\{/.test(text) };
  const whole = newEncryption(changes, page);
  if (whole) return whole;
  const edits: Edit[] = [];
  for (const change of changes) {
    const made = editsOf(change, page);
    if (!made) return undefined;
    edits.push(...made);
  }
  return edits.every((edit) => edit.place.file === file && edit.place.end <= text.length) ? edits : undefined;
}

const pathOf = (path: string) => (path === 'encryption.mode' ? 'encryption.algorithm' : path);

/** A bucket without any encryption gets all of it at once. */
function newEncryption(changes: Change[], page: Page): Edit[] | undefined {
  const { fact } = page;
  const written = (fact.fields as Record<string, Value>)['encryption.written'];
  if (fact.kind !== 'bucket' || (written?.is === 'known' && written.value === true)) return undefined;
  if (!changes.every((change) => change.verb === 'set' && change.path.startsWith('encryption.')))
    return undefined;
  const given = new Map(
    changes.map((change) =>
      change.verb === 'set' ? [pathOf(change.path), plain(inWords(change, ''))] : ['', undefined],
    ),
  );
  const resource = resourceIn(page);
  return resource && inserted(page, resource, ['Properties'], 'BucketEncryption', encryptionOf(given));
}

function plain(value: NewValue): unknown {
  return 'literal' in value ? (value.literal ?? undefined) : undefined;
}

function editsOf(change: Change, page: Page): Edit[] | undefined {
  if (change.verb === 'addStatement') return withStatements(change, page);
  if (change.verb === 'set') return set(pathOf(change.path), change, page);
  if (!('path' in change)) return undefined;
  const value = valueAt(page.fact, pathOf(change.path));
  if (change.verb === 'drop') return value ? drop(value, page) : [];
  if (change.verb === 'rename')
    return (
      value?.name && [{ place: value.name, text: quotedLike(change.to, wordsAt(page.text, value.name)) }]
    );
  return undefined;
}

/** In YAML an entry must not take the dash of its list with it. */
function drop({ entry }: Value, page: Page): Edit[] | undefined {
  if (!entry) return undefined;
  if (!page.isJson) return isFirstOfLine(page.text, entry.start) ? [dropped(page.text, entry)] : undefined;
  const isLast = !/^\s*,/.test(page.text.slice(entry.end));
  if (!isLast) return [dropped(page.text, entry)];
  const before = /,?\s*$/.exec(page.text.slice(0, entry.start))![0].length;
  return [{ place: { ...entry, start: entry.start - before }, text: '' }];
}

function set(path: string, change: Change & { verb: 'set' }, page: Page): Edit[] | undefined {
  const value = valueAt(page.fact, path);
  const place = value?.place;
  if (!value || value.is === 'absent' || !place) {
    const addition = additionOf(path, page);
    const data = plain(inWords(change, ''));
    if (!addition || data === undefined) return undefined;
    return inserted(page, addition.resource, addition.within, addition.name, addition.wrap?.(data) ?? data);
  }
  const current = wordsAt(page.text, place);
  const bare = current.replace(/^["']|["']$/g, '');
  return replaced(place, current, flipped(path, bare) ?? plain(inWords(change, bare)), page);
}

/** A word that says the opposite, or off, is turned on. */
function flipped(path: string, current: string): unknown {
  if (path !== 'encryption.enabled') return undefined;
  if (current === 'DISABLED') return 'SSE-S3';
  return current === 'true' ? false : current === 'false' ? true : undefined;
}

function replaced(place: Place, current: string, data: unknown, page: Page): Edit[] | undefined {
  if (data === undefined || (current.includes('\n') && !Array.isArray(data))) return undefined;
  if (Array.isArray(data))
    return current.startsWith('[')
      ? [{ place, text: JSON.stringify(data) }]
      : listReplaced(place, current, data);
  if (typeof data === 'string' && !page.isJson) return [{ place, text: quotedLike(data, current) }];
  return [{ place, text: JSON.stringify(data) }];
}

/** A list of one item, in YAML's dashes. */
function listReplaced(place: Place, current: string, data: unknown[]): Edit[] | undefined {
  return /^- \S+$/.test(current) && data.length === 1 ? [{ place, text: `- ${data[0]}` }] : undefined;
}

/** With the quotes that stood there, or those that a text needs. */
function quotedLike(text: string, current: string): string {
  const quote = /^["']/.exec(current)?.[0];
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  return quote ? JSON.stringify(text) : text;
}

function inWords(change: Change & { verb: 'set' }, current: string): NewValue {
  if (change.path !== 'encryption.mode' || !('literal' in change.value)) return change.value;
  const mode = String(change.value.literal);
  return { literal: modeInWords(mode, current, wireValues[mode] ?? mode) };
}
