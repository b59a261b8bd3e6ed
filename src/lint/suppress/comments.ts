import type { Fact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { known, list, type Value } from '../../model/value.ts';

/**
 * `sselint-disable-next-line ID[, ID…] [until=2027-01-31] -- reason`, `-line`, and `disable`/`enable` blocks,
 * behind whatever begins a comment in the file's language.
 */
const comment =
  /(?:#|\/\/|\/\*|\*|--|<!--|;|%|'|"|::|\bREM)[ \t]*sselint-(disable-next-line|disable-line|disable|enable)\b([^\n]*)/gi;
const commentEnd = /\s*(?:\*\/|-->|--%>|#>|["']+[\s,]*$).*$/;
const ruleId = /^[a-z][a-z0-9-]*\/(?:[a-z0-9-]+|\*)$/;

interface Comment {
  form: string;
  words: string;
  start: number;
  end: number;
  /** With what begins and ends it. */
  whole: { start: number; end: number };
}

/** The suppressions that a file's comments make; `anchors.scope` is the stretch that each is about. */
export function commentFacts(file: string, text: string, today = new Date()): Fact<'suppression'>[] {
  const comments = commentsOf(text);
  return comments.flatMap((each, index) => {
    if (each.form === 'enable') return [];
    return [factOf(each, { file, ...scopeOf(each, comments.slice(index + 1), text) }, file, today)];
  });
}

function commentsOf(text: string): Comment[] {
  return [...text.matchAll(comment)].map((match) => {
    const rest = match[2]!.trimEnd();
    const words = rest.replace(commentEnd, '');
    const closer = /^\s*(?:\*\/\}?|-->|--%>|#>|["']+)/.exec(rest.slice(words.length))?.[0] ?? '';
    const wordsStart = match.index + match[0].length - match[2]!.length;
    return {
      form: match[1]!.toLowerCase(),
      words,
      start: match.index + match[0].toLowerCase().indexOf('sselint-'),
      end: wordsStart + words.length,
      whole: { start: match.index, end: wordsStart + words.length + closer.length },
    };
  });
}

function scopeOf(
  { form, start, end, words }: Comment,
  later: Comment[],
  text: string,
): { start: number; end: number } {
  if (form === 'disable') {
    const rules = rulesOf(words);
    const enable = later.find((each) => each.form === 'enable' && closes(rulesOf(each.words), rules));
    return { start, end: enable?.start ?? text.length };
  }
  if (form === 'disable-line') return lineAt(text, start);
  let next = lineAt(text, lineAt(text, end).end + 1);
  while (next.start < text.length && /sselint-disable-next-line/i.test(text.slice(next.start, next.end))) {
    next = lineAt(text, next.end + 1);
  }
  return next;
}

function closes(enabled: string[], disabled: string[]): boolean {
  return enabled.includes('*') || enabled.some((rule) => disabled.includes(rule));
}

function lineAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start: Math.min(start, text.length), end: end === -1 ? text.length : end };
}

function factOf(
  { words, start, end, whole }: Comment,
  scope: Place,
  file: string,
  today: Date,
): Fact<'suppression'> {
  const place: Place = { file, start, end };
  const fields: Fact<'suppression'>['fields'] = {
    rules: list(
      rulesOf(words).map((rule) => known(rule)),
      { place },
    ),
  };
  const reason = /--\s*(\S.*?)\s*$/.exec(words)?.[1];
  if (reason) fields.reason = known(reason, { place });
  Object.assign(fields, untilFields(words, place, today));
  const anchors = { scope, comment: { file, ...whole } };
  return {
    kind: 'suppression',
    resource: null,
    place,
    via: 'comment',
    complete: true,
    fields,
    source: 'suppression',
    anchors,
  };
}

/** The rules that are named, before the reason; none is all of them. */
function rulesOf(words: string): string[] {
  const named = words.split(/\s--(?:\s|$)/, 1)[0]!.split(/[\s,]+/);
  const rules = named.filter((word) => ruleId.test(word));
  return rules.length ? rules : ['*'];
}

/** A suppression holds through the day that `until` names (in UTC). */
function untilFields(words: string, place: Place, today: Date): Record<string, Value> {
  const until = /\buntil=(\d{4}-\d{2}-\d{2})\b/.exec(words)?.[1];
  if (!until) return { expired: known(false) };
  return {
    until: known(until, { place }),
    expired: known(today.toISOString().slice(0, 10) > until, { place }),
  };
}
