import type { Write } from '../../model/change.ts';
import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { type Meaning, type Settings, settings } from '../../sdks/index.ts';
import { withSeparator } from '../code-edit/neighbours.ts';
import { type Added, type Manner, writeWords } from '../word-edit/write.ts';
import { ownWord } from './facts.ts';

/** Changes of settings, in the manner of those beside them and in the words of their service. */
export const write: Write = async (changes, fact, text) => writeWords(changes, fact, text, manner);

const manner: Manner = {
  literal: (value, place, text) => {
    const words = text.slice(place.start, place.end);
    if (typeof value !== 'boolean') return String(value);
    return /^(true|false|yes|no|on|off|0|1)$/i.test(words) ? String(value) : undefined;
  },
  removal,
  insertion,
  algorithm: (wire, fact) => {
    const service = serviceOf(fact);
    return service && (service.words[wire] === undefined ? ownWord(wire, service) : wire);
  },
};

function serviceOf(fact: Fact): Settings | undefined {
  return settings.find(({ via }) => via === fact.via);
}

function removal(entry: Place, text: string): Place {
  const lead = /(^|\n)[ \t]*$/.exec(text.slice(0, entry.start));
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(entry.end));
  if (!lead || !rest) return withSeparator(entry, text);
  return { ...entry, start: lead.index + lead[1]!.length, end: entry.end + rest[0].length };
}

const meaningOf: Record<string, Meaning[]> = {
  'encryption.algorithm': ['algorithm'],
  'encryption.keyId': ['keyId', 'keyOrId'],
  'encryption.bucketKey': ['bucketKey'],
};

/** After the last setting, as it is written. Only where each has a line of its own. */
function insertion(added: Added[], fact: Fact, text: string): Edit | undefined {
  const service = serviceOf(fact);
  const last = Object.values(fact.fields as Record<string, Value>)
    .filter(({ name, entry, place }) => name && entry && place && place.start > name.start)
    .sort((a, b) => a.entry!.start - b.entry!.start)
    .at(-1);
  const { name, entry, place } = last ?? {};
  const line = entry && /(?:^|\n)([ \t]*)$/.exec(text.slice(0, entry.start));
  if (!service || !name || !entry || !place || !line || text[entry.start] === '<') return undefined;
  const written = text.slice(name.start, name.end);
  const prefix = prefixOf(written, service);
  const rows: string[] = [];
  for (const { path, text: value } of added) {
    const own = Object.entries(service.names).find(([, meaning]) => meaningOf[path]?.includes(meaning))?.[0];
    if (!own) return undefined;
    const open = text.slice(entry.start, name.start);
    rows.push(
      `\n${line[1]}${open}${prefix}${own}${text.slice(name.end, place.start)}${value}${text.slice(place.end, entry.end)}`,
    );
  }
  const separator = /^["']/.test(text.slice(entry.start)) ? ',' : '';
  return { place: { ...entry, start: entry.end }, text: rows.map((row) => `${separator}${row}`).join('') };
}

/** What stands before a service's own names in a name as it is written. */
function prefixOf(written: string, service: Settings): string {
  const own = Object.keys(service.names).find((name) => written.toLowerCase().endsWith(name.toLowerCase()));
  return own ? written.slice(0, written.length - own.length) : '';
}
