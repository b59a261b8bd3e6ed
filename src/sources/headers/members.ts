import type { Place } from '../../model/place.ts';
import { known, list, type RecordEntry, record, type Value } from '../../model/value.ts';
import { type Members, memberOfHeader, misspelledHeaders } from '../../sdks/index.ts';

/** One raw header: its value has the places of name and entry. */
export interface Header {
  name: string;
  value: Value;
}

export interface HeaderMembers {
  members: Members;
  /** Headers that S3 does not know. */
  ignored: Value[];
}

const metadata = 'x-amz-meta-';

/** What raw headers say, as members by S3's names. */
export function membersOfHeaders(headers: Header[]): HeaderMembers {
  const members: Members = {};
  const ignored: Value[] = [];
  const entries: RecordEntry[] = [];
  for (const { name, value } of headers) {
    const plain = name.toLowerCase();
    const member = memberOfHeader[plain];
    const meant = misspelledHeaders[plain];
    if (member) members[member] = value;
    if (meant) ignored.push(ignoredRow(name, meant, value));
    if (plain.startsWith(metadata)) {
      entries.push({ name: known(plain.slice(metadata.length), at(value.name)), value });
    }
  }
  if (entries.length) members.Metadata = record(entries, at(entries[0]!.value.entry));
  return { members, ignored };
}

/** A parameter that is not taken here, and what is, if anything. */
export function ignoredRow(name: string, instead: string, written: Value): Value {
  const places = { place: written.name, name: written.name, entry: written.entry };
  const row: Record<string, Value> = { name: known(name, places) };
  if (instead !== '') row.instead = known(instead);
  return record(row, places);
}

export function ignoredList(rows: Value[]): Value | undefined {
  return rows.length ? list(rows, { place: rows[0]!.place }) : undefined;
}

function at(place: Place | undefined) {
  return place ? { place } : {};
}
