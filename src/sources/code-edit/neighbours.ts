import type { Fact } from '../../model/fact.ts';
import { contains, type Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';

/** A field that is written as name and value, near which another can be written alike. */
export interface Neighbour {
  name: Place;
  entry: Place;
  /** What stands between name and value: `: `, ` = `, ` => `, `(`. */
  connector: string;
  /** What closes the entry: `)`, or nothing. */
  closing: string;
}

/** The fields of a fact that stand in one container, in the order of the text. */
export function neighbours(fact: Fact, container: Place, text: string): Neighbour[] {
  const found = Object.values(fact.fields as Record<string, Value>).flatMap((value) => {
    const { name, entry } = value;
    if (!name || !entry || !contains(container, entry) || !contains(entry, name)) return [];
    const connector = /^['"`]?\s*(=>|:|=|\()\s*/.exec(text.slice(name.end, entry.end))?.[0];
    return connector === undefined
      ? []
      : [{ name, entry, connector, closing: connector.includes('(') ? ')' : '' }];
  });
  const inOrder = found.sort((a, b) => a.entry.start - b.entry.start);
  return inOrder.filter((each, at) => at === 0 || each.entry.start >= inOrder[at - 1]!.entry.end);
}

/** What stands between two neighbours, so that a third can be set off in the same way. */
export function separator(all: Neighbour[], last: Neighbour, container: Place, text: string): string {
  const before = all.at(all.indexOf(last) - 1);
  if (before && before !== last) {
    const between = text.slice(before.entry.end, last.entry.start);
    if (/^[\s,;.\w>-]*$/.test(between) && !/[=(){}[\]]/.test(between)) return between;
  }
  const lead = text.slice(container.start, last.entry.start);
  if (last.closing) return lead.includes('\n') ? `${/\n[ \t]*$/.exec(lead)?.[0] ?? ''}.` : '.';
  const line = /\n[ \t]*$/.exec(lead)?.[0];
  return line === undefined ? ', ' : `,${line}`;
}

/** Fields that are set by statements of their own, between where an object is made and where it is sent. */
export function setters(fact: Fact, made: Place, text: string): Neighbour[] {
  const sent = fact.anchors?.call;
  return sent ? neighbours(fact, { ...made, end: Math.max(made.end, sent.start) }, text) : [];
}

/** Between two such statements: the line's indentation, and the object by its name. */
export function setterSeparator(last: Neighbour, text: string): string {
  const [, line = ' ', receiver = ''] =
    /(\n[ \t]*)?([\w.>-]*(?:\.|->))$/.exec(text.slice(0, last.name.start)) ?? [];
  return `;${line}${receiver}`;
}

/** An entry with the separator that goes with it: the one after it, else the one before. */
export function withSeparator(entry: Place, text: string): Place {
  const after = /^\s*[,;]/.exec(text.slice(entry.end));
  const isAlone = /(^|\n)[ \t]*$/.test(text.slice(0, entry.start));
  if (after) {
    const end = entry.end + after[0].length;
    if (!isAlone) return { ...entry, end: end + /^[ \t]*/.exec(text.slice(end))![0].length };
    const line = /^[ \t]*\n/.exec(text.slice(end));
    const lead = /[ \t]*$/.exec(text.slice(0, entry.start))![0].length;
    return { ...entry, start: line ? entry.start - lead : entry.start, end: end + (line?.[0].length ?? 0) };
  }
  const dot = /\s*\.$/.exec(text.slice(0, entry.start));
  if (dot) return { ...entry, start: entry.start - dot[0].length };
  const before = /,\s*$/.exec(text.slice(0, entry.start));
  return before ? { ...entry, start: entry.start - before[0].length } : entry;
}
