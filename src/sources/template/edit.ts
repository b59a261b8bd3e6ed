import type { Fact } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { textOf, type Value } from '../../model/value.ts';

/** What the writers of template languages share. */

/** The value that a change's path means; also `problems.0.found`, an entry of an item of a list. */
export function valueAt(fact: Fact, path: string): Value | undefined {
  const fields = fact.fields as Record<string, Value | undefined>;
  if (fields[path]) return fields[path];
  const head = Object.keys(fields).find((each) => path.startsWith(`${each}.`));
  if (!head) return undefined;
  return path
    .slice(head.length + 1)
    .split('.')
    .reduce<Value | undefined>((at, name) => step(at, name), fields[head]);
}

function step(value: Value | undefined, name: string): Value | undefined {
  if (value?.is === 'list') return value.items[Number(name)];
  return value?.is === 'record' ? value.entries.find((each) => textOf(each.name) === name)?.value : undefined;
}

export function wordsAt(text: string, { start, end }: Place): string {
  return text.slice(start, end);
}

export function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))![0];
}

export function isFirstOfLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

/** Takes an entry away; with its line, where it has lines of its own, else with the comma after or before it. */
export function dropped(text: string, place: Place): Edit {
  const lineEnd = /^[ \t]*,?[ \t]*(#.*|\/\/.*)?\r?(\n|$)/.exec(text.slice(place.end));
  if (lineEnd && isFirstOfLine(text, place.start)) {
    const start = text.lastIndexOf('\n', place.start - 1) + 1;
    return { place: { ...place, start, end: place.end + lineEnd[0].length }, text: '' };
  }
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(place.end))?.[0].length;
  if (after !== undefined) return { place: { ...place, end: place.end + after }, text: '' };
  const before = /[ \t]*,?[ \t]*$/.exec(text.slice(0, place.start))![0].length;
  return { place: { ...place, start: place.start - before }, text: '' };
}

const words: Record<string, Record<string, string>> = {
  'SSE-S3': { SSE_S3: 'SSE_S3', 'SSE-S3': 'SSE-S3', 'sse-s3': 'sse-s3' },
  'SSE-KMS': { SSE_S3: 'SSE_KMS', 'SSE-S3': 'SSE-KMS', 'sse-s3': 'sse-kms', DISABLED: 'SSE-KMS' },
};

/** A mode in the words of the service that the current word belongs to. */
export function modeInWords(mode: string, current: string, wire: string): string {
  return words[mode]?.[current] ?? wire;
}
