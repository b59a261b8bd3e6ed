import type { Write } from '../../model/change.ts';
import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { headerOfMember, memberOfPath } from '../../sdks/index.ts';
import { withSeparator } from '../code-edit/neighbours.ts';
import { type Added, type Manner, writeWords } from '../word-edit/write.ts';

/** Changes of raw headers, in the manner of those beside them: lines, lists between bars, entries of maps. */
export const write: Write = async (changes, fact, text) => writeWords(changes, fact, text, manner);

const manner: Manner = { literal: (value) => String(value), removal, insertion };

function removal(entry: Place, text: string): Place {
  if (text[entry.end] === '|') return { ...entry, end: entry.end + 1 };
  if (text[entry.start - 1] === '|') return { ...entry, start: entry.start - 1 };
  if (/['"`]/.test(text[entry.start]!)) return withSeparator(entry, text);
  const lead = /(^|\n)[ \t]*$/.exec(text.slice(0, entry.start));
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(entry.end));
  if (!lead || !rest) return entry;
  return { ...entry, start: lead.index + lead[1]!.length, end: entry.end + rest[0].length };
}

/** After the last header, as it is written. */
function insertion(added: Added[], fact: Fact, text: string): Edit | undefined {
  const values = Object.values(fact.fields as Record<string, Value>).filter(
    ({ name, entry, place }) => name && entry && place,
  );
  const last = values.sort((a, b) => a.entry!.start - b.entry!.start).at(-1);
  const { name, entry, place } = last ?? {};
  if (!name || !entry || !place) return undefined;
  const around = {
    open: text.slice(entry.start, name.start),
    connector: text.slice(name.end, place.start),
    close: text.slice(place.end, entry.end),
  };
  const separator = separatorAt(entry, text);
  const rows: string[] = [];
  for (const { path, text: value } of added) {
    const header = headerOfMember[memberOfPath[path] ?? ''];
    if (!header) return undefined;
    rows.push(`${separator}${around.open}${header}${around.connector}${value}${around.close}`);
  }
  return { place: { ...entry, start: entry.end }, text: rows.join('') };
}

function separatorAt(entry: Place, text: string): string {
  if (text[entry.start - 1] === '|' || text[entry.end] === '|') return '|';
  const line = /\n[ \t]*$/.exec(text.slice(0, entry.start))?.[0];
  const isEntry = /['"`]/.test(text[entry.start]!);
  if (line === undefined) return isEntry ? ', ' : '\n';
  return isEntry ? `,${line}` : line;
}
