import type { Hover } from 'vscode-languageserver';
import { field, type LinkedFact } from '../model/fact.ts';
import { contains } from '../model/place.ts';
import { placesOf, type Value } from '../model/value.ts';
import { toRange } from './positions.ts';
import type { Root } from './root.ts';
import { policyRows, say, summary } from './summary.ts';

/** What is known of the bucket, request, key or policy under the cursor, and where each value comes from. */
export function hoverAt(facts: LinkedFact[], file: string, offset: number, root: Root): Hover | undefined {
  const found = factAt(facts, file, offset);
  if (!found) return undefined;
  const { fact, place } = found;
  const title = `**${fact.kind}**${fact.resource ? ` \`${fact.resource}\`` : ''}${summary(fact) ? ` — ${summary(fact)}` : ''}`;
  const value = [title, '', ...rows(fact), ...policyRows(fact)].join('\n');
  return { contents: { kind: 'markdown', value }, range: toRange(root.lines(file), place) };
}

/** The smallest fact, or field of one, around an offset. */
export function factAt(facts: LinkedFact[], file: string, offset: number) {
  const at = { file, start: offset, end: offset };
  const around = facts.flatMap((fact) => {
    const places = [fact.place, ...Object.values(fact.fields as Record<string, Value>).flatMap(placesOf)];
    return places.filter((place) => contains(place, at)).map((place) => ({ fact, place }));
  });
  return around.sort((a, b) => a.place.end - a.place.start - (b.place.end - b.place.start))[0];
}

const shown = [
  'operation',
  'encryption.mode',
  'encryption.algorithm',
  'encryption.keyId',
  'encryption.bucketKey',
  'customerKey.algorithm',
  'customerKey.key',
  'transport.scheme',
  'transport.host',
  'versioning.status',
  'rotation.enabled',
  'rotation.periodDays',
  'spec',
  'state',
];

function rows(fact: LinkedFact): string[] {
  return shown.flatMap((path) => {
    const value = field(fact, path);
    if (value.is === 'absent' || (value.is === 'unknown' && !fact.complete)) return [];
    const from = value.place && value.place.file !== fact.place.file ? ` (${value.place.file})` : '';
    return [`- \`${path}\`: ${say(value)}${from}`];
  });
}
