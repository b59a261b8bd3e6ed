import { dirname, join } from 'node:path/posix';
import {
  entryOf,
  type Known,
  known,
  mapArms,
  textOf,
  type Unknown,
  unknown,
  type Value,
} from '../../model/value.ts';
import { type Connection, canonical, type Members, noConnection } from '../../sdks/index.ts';
import { type Header, ignoredRow, membersOfHeaders } from '../headers/members.ts';
import type { Workspace } from '../source.ts';
import type { Given, Invocation } from './invocation.ts';
import { structured } from './structured.ts';
import { placeIn, type Scope, wordValue } from './values.ts';
import { lead, splitAt, tail, type Word } from './words.ts';

/** What the flags of one command say. */
export interface Said {
  members: Members;
  connection: Connection;
  ignored: Value[];
  /** Headers that go with every request, not only with uploads. */
  always?: Members;
  method?: Value;
  keyFile?: Value;
  encoding?: 'raw' | 'base64' | 'either';
}

/** Members whose value is a map or list; the AWS CLI takes JSON, its shorthand, or a file. */
const structures = new Set([
  'Metadata',
  'ServerSideEncryptionConfiguration',
  'VersioningConfiguration',
  'Policy',
]);

export function saidBy(invocation: Invocation, scope: Scope, workspace: Workspace): Said {
  const said: Said = { members: {}, connection: { ...noConnection }, ignored: [] };
  const implied: Members = {};
  for (const given of invocation.given) {
    const value = valueOfFlag(given, scope);
    take(said, given, value, { scope, workspace });
    for (const [member, of] of Object.entries(given.flag.implies ?? {})) {
      implied[member] = known(of, { place: value.name });
    }
  }
  for (const { given, instead } of invocation.rejected) {
    said.ignored.push(ignoredRow(given.name, instead, valueOfFlag(given, scope)));
  }
  said.ignored.push(...unneeded(invocation, scope));
  Object.assign(said.members, implied);
  return said;
}

interface Sight {
  scope: Scope;
  workspace: Workspace;
}

function take(said: Said, given: Given, value: Value, sight: Sight): void {
  const { flag } = given;
  if (flag.headers && given.value) takeHeaders(said, given, given.value, sight.scope);
  if (flag.method !== undefined && !flag.headers) {
    said.method = flag.method === '' ? value : known(flag.method);
  }
  if (flag.client) connect(said.connection, flag.client, value);
  if (!flag.member) return;
  const member = canonical(flag.member);
  if (!member) return;
  if (flag.encoding) said.encoding = flag.encoding;
  const file = /Key$/.test(member) ? keyFileOf(value, sight) : undefined;
  if (file?.is === 'known' && member === 'SSECustomerKey') said.keyFile = file;
  said.members[member] = file ? fromFile(value) : formed(member, value, sight);
}

/** A flag's value with the places of its name and of both. */
function valueOfFlag({ flag, nameWord, value, end }: Given, scope: Scope): Value {
  const name = placeIn(scope, nameWord.start, nameWord.end);
  const written = { name, entry: placeIn(scope, nameWord.start, end) };
  if (flag.is !== undefined) return known(flag.is, { place: name, ...written });
  if (!value)
    return flag.bare === undefined
      ? unknown('its value is missing', { place: name, ...written })
      : known(flag.bare, { place: name, ...written });
  const word = flag.targeted && /=/.test(lead(value)) ? tail(value, lead(value).indexOf('=') + 1) : value;
  if (flag.targeted && word === value && flag.bare !== undefined)
    return known(flag.bare, { place: name, ...written });
  return { ...wordValue(word, scope), ...written };
}

function formed(member: string, value: Value, { scope, workspace }: Sight): Value {
  if (member === 'BucketKeyEnabled' || member === 'MultiRegion') return asFlag(value);
  if (/InDays$/.test(member)) return asNumber(value);
  if (member === 'Tagging') return tagSet(value, scope);
  if (!structures.has(member)) return value;
  const text = textOf(value);
  if (!text?.startsWith('file://'))
    return structured(value, (place) => scope.text.slice(place.start, place.end));
  const content = inWorkspace(text.slice('file://'.length), scope, (path) => workspace.text(path));
  if (!content) return fromFile(value);
  const { path, found } = content;
  const whole = known(found, { place: { file: path, start: 0, end: found.length } });
  return {
    ...structured(whole, (place) => found.slice(place.start, place.end)),
    name: value.name,
    entry: value.entry,
  };
}

/** `TagSet` with its keys and values, where it is more than a query. */
function tagSet(value: Value, scope: Scope): Value {
  if (!/^\s*\{|^TagSet=/.test(textOf(value) ?? '')) return value;
  const set = structured(value, (place) => scope.text.slice(place.start, place.end));
  const rows = set.is === 'record' ? entryOf(set, 'TagSet') : set;
  if (rows.is !== 'list')
    return unknown('its tags cannot be read', { place: value.place, name: value.name, entry: value.entry });
  const entries = rows.items.flatMap((row) =>
    row.is === 'record' ? [{ name: entryOf(row, 'Key'), value: entryOf(row, 'Value') }] : [],
  );
  return { is: 'record', entries, place: value.place, name: value.name, entry: value.entry };
}

function asFlag(value: Value): Value {
  return mapArms(value, (each) => {
    const text = textOf(each)?.replace(/^\$/, '').toLowerCase();
    return text === 'true' || text === 'false' ? { ...(each as Known), value: text === 'true' } : each;
  });
}

function asNumber(value: Value): Value {
  return mapArms(value, (each) =>
    /^\d+$/.test(textOf(each) ?? '') ? { ...(each as Known), value: Number(textOf(each)) } : each,
  );
}

function fromFile(value: Value): Unknown {
  const { place, name, entry } = value;
  return unknown('it is read from a file', { place, name, entry, origin: textOf(value) });
}

/** A key file that lies in the repository; unknown for one that does not, undefined where the value is no file. */
function keyFileOf(value: Value, { scope, workspace }: Sight): Value | undefined {
  const path = /^fileb?:\/\/(.+)$/.exec(textOf(value) ?? '')?.[1];
  if (path === undefined) return undefined;
  const found = inWorkspace(path, scope, (each) =>
    workspace.list(dirname(each)).includes(each.slice(each.lastIndexOf('/') + 1)) ? each : undefined,
  );
  return found ? known(path, { place: value.place }) : fromFile(value);
}

/** A relative path counts from where the command runs: beside the script, or where the linter does. */
function inWorkspace<T>(
  path: string,
  scope: Scope,
  find: (path: string) => T | undefined,
): { path: string; found: T } | undefined {
  if (path.startsWith('/') || path.startsWith('~') || path.includes('://')) return undefined;
  for (const each of [join(dirname(scope.file), path), join(path)]) {
    const found = each.startsWith('..') ? undefined : find(each);
    if (found !== undefined) return { path: each, found };
  }
  return undefined;
}

function connect(connection: Connection, meaning: string, value: Value): void {
  const flag = asFlag(value);
  const turned = mapArms(flag, (each) =>
    each.is === 'known' ? { ...each, value: each.value !== true } : each,
  );
  if (meaning === 'endpoint') connection.endpoint = value;
  if (meaning === 'secure') connection.secure = flag;
  if (meaning === 'insecure') connection.secure = turned;
  if (meaning === 'verified') connection.verified = flag;
  if (meaning === 'unverified') connection.verified = turned;
}

function takeHeaders(said: Said, given: Given, word: Word, scope: Scope): void {
  const pieces = given.flag.headers === 'bars' ? splitAt(word, '|') : [word];
  const { members, ignored } = membersOfHeaders(pieces.flatMap((each) => headerOf(each, scope) ?? []));
  if (given.flag.headers === 'bars' && given.flag.method === undefined) said.always = members;
  if (given.flag.headers === 'bars' && given.flag.method) said.method = known(given.flag.method);
  const metadata = [said.members.Metadata, members.Metadata].flatMap((each) =>
    each?.is === 'record' ? each.entries : [],
  );
  Object.assign(
    said.members,
    members,
    metadata.length ? { Metadata: { is: 'record', entries: metadata } } : {},
  );
  said.ignored.push(...ignored);
}

function headerOf(word: Word, scope: Scope): Header | undefined {
  const found = /^\s*([\w-]+)\s*[:;]\s*/.exec(lead(word));
  if (!found) return undefined;
  const from = word.parts[0]!.start + /^\s*/.exec(found[0])![0].length;
  const name = placeIn(scope, from, from + found[1]!.length);
  const end = word.parts.at(-1)!.end;
  return {
    name: found[1]!,
    value: { ...wordValue(tail(word, found[0].length), scope), name, entry: { ...name, end } },
  };
}

/** Flags that do nothing without another beside them. */
function unneeded({ given, rest }: Invocation, scope: Scope): Value[] {
  if (rest) return [];
  return given.flatMap((each) => {
    const { needs } = each.flag;
    if (!needs || given.some(({ name }) => name === needs.flag)) return [];
    return [
      ignoredRow(each.name, `\`${needs.flag} ${needs.values[0]}\` beside it`, valueOfFlag(each, scope)),
    ];
  });
}
