import { type Change, type NewValue, wireValues } from '../../model/change.ts';
import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { dropped, modeInWords, valueAt, wordsAt } from '../template/edit.ts';
import { hclParser } from './hcl.ts';
import type { Body } from './syntax.ts';
import { homeOf } from './write/homes.ts';
import { inserted } from './write/insert.ts';
import { literal, written } from './write/literal.ts';
import { withStatements } from './write/policy.ts';
import { encryptionResource, versioningResource } from './write/resources.ts';

/** Changes of a fact as edits of the file that its first field stands in, in the author's formatting. */
export async function writeTerraform(
  changes: Change[],
  fact: Fact,
  text: string,
): Promise<Edit[] | undefined> {
  const places = changes.flatMap((change) => ('path' in change ? placeOf(fact, change.path) : [])) as Place[];
  const file = places[0]?.file ?? fact.place.file;
  const isJson = file.endsWith('.json');
  const body: Body = isJson
    ? { attributes: [], blocks: [], place: { file, start: 0, end: 0 } }
    : (await hclParser())(file, text).body;
  const page = { file, text, body, fact };
  const whole = newResource(changes, page);
  if (whole) return whole;
  const edits: Edit[] = [];
  for (const change of changes) {
    const made = editsOf(change, page);
    if (!made) return undefined;
    edits.push(...made);
  }
  return edits.every((edit) => edit.place.file === file) ? edits : undefined;
}

/** What a writer looks at. */
export interface Page {
  file: string;
  text: string;
  body: Body;
  fact: Fact;
}

function placeOf(fact: Fact, path: string): Place[] {
  const value = valueAt(fact, pathOf(path));
  const place = value?.entry ?? value?.place;
  return place ? [place] : [];
}

/** The mode stands in the algorithm's words. */
function pathOf(path: string): string {
  return path === 'encryption.mode' ? 'encryption.algorithm' : path;
}

/** Encryption or versioning that is not written yet is a resource of its own. */
function newResource(changes: Change[], page: Page): Edit[] | undefined {
  const { fact } = page;
  if (fact.kind !== 'bucket') return undefined;
  const all = changes.every((change) => change.verb === 'set');
  const fields = fact.fields as Record<string, { is: string; value?: unknown } | undefined>;
  if (!all) return undefined;
  const isEncryption = changes.some((change) => 'path' in change && change.path.startsWith('encryption.'));
  if (isEncryption && fields['encryption.written']?.value !== true) return encryptionResource(changes, page);
  const isVersioning = changes.some((change) => 'path' in change && change.path === 'versioning.status');
  return isVersioning && !fields['versioning.status'] ? versioningResource(page) : undefined;
}

function editsOf(change: Change, page: Page): Edit[] | undefined {
  if (change.verb === 'addStatement') return withStatements(change, page);
  if (change.verb === 'set') return set(pathOf(change.path), change, page);
  if (!('path' in change)) return undefined;
  const value = valueAt(page.fact, pathOf(change.path));
  if (change.verb === 'drop')
    return !value
      ? []
      : value.entry && isHere(value.entry, page)
        ? [dropped(page.text, value.entry)]
        : undefined;
  if (change.verb === 'rename')
    return value?.name && isHere(value.name, page) ? [{ place: value.name, text: change.to }] : undefined;
  return undefined;
}

function isHere(place: Place, { file, text }: Page): boolean {
  return place.file === file && place.end <= text.length;
}

function set(path: string, change: Change & { verb: 'set' }, page: Page): Edit[] | undefined {
  const value = valueAt(page.fact, path);
  const place = value?.place;
  if (!value || value.is === 'absent' || !place) {
    const home = homeOf(path, page);
    const text = home && written(inWords(change, ''));
    return home && text !== undefined ? inserted(page, home.body, home.name, text) : undefined;
  }
  if (!isHere(place, page)) return undefined;
  const current = wordsAt(page.text, place);
  if (!isPlainValue(current)) return undefined;
  const flipped =
    path.endsWith('.enabled') || path.startsWith('versioning') || path === 'state'
      ? flip(path, current, change.value)
      : undefined;
  const text = flipped ?? written(inWords(change, current.replaceAll('"', '')));
  return text === undefined ? undefined : [{ place, text }];
}

/** Not an expression that says something else in another case. */
function isPlainValue(words: string): boolean {
  return !/^(for|if)\b/.test(words) && !words.includes('?');
}

/** Where a word of another sense is written: `encryption_disabled = true`, `enabled = false`, `DISABLED`. */
function flip(path: string, current: string, value: NewValue): string | undefined {
  if (current === 'true' || current === 'false') {
    const isOn = 'literal' in value && (value.literal === true || value.literal === 'Enabled');
    if (path === 'encryption.enabled') return current === 'true' ? 'false' : 'true';
    return isOn ? 'true' : undefined;
  }
  return current === '"DISABLED"' ? literal('SSE-S3') : undefined;
}

function inWords(change: Change & { verb: 'set' }, current: string): NewValue {
  if (change.path !== 'encryption.mode' || !('literal' in change.value)) return change.value;
  const mode = String(change.value.literal);
  return { literal: modeInWords(mode, current, wireValues[mode] ?? mode) };
}
