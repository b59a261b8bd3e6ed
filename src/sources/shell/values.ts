import type { Place } from '../../model/place.ts';
import { known, oneOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import type { Block } from './commands.ts';
import type { Variables } from './variables.ts';
import { type Part, plainText, type Variable, type Word } from './words.ts';

/** What words stand for at one place of a script. */
export interface Scope {
  file: string;
  text: string;
  variables: Variables;
  block: Block;
  at: number;
}

const deepest = 8;

/** The value of a word; its place is the text inside the quotes, or that of the assignment that says it. */
export function wordValue(word: Word, scope: Scope, depth = deepest): Value {
  const [only] = word.parts;
  if (word.parts.length === 1 && only) return withPlace(partValue(only, scope, depth), scope, word);
  const values = word.parts.map((part) => partValue(part, scope, depth));
  const place = placeIn(scope, word.parts[0]?.start ?? word.start, word.parts.at(-1)?.end ?? word.end);
  const open = values.find((value) => value.is !== 'known');
  if (!open)
    return known(values.map((value) => (value.is === 'known' ? String(value.value) : '')).join(''), {
      place,
    });
  const words = scope.text.slice(place.start, place.end);
  return unknown(open.is === 'unknown' ? open.reason : `\`${words}\` hangs on a choice`, {
    place,
    origin: words,
  });
}

function withPlace(value: Value, scope: Scope, word: Word): Value {
  return value.place ? value : { ...value, place: placeIn(scope, word.start, word.end) };
}

function partValue(part: Part, scope: Scope, depth: number): Value {
  const place = placeIn(scope, part.start, part.end);
  if (part.is === 'text') return written(part.text, place);
  const words = scope.text.slice(part.start, part.end);
  if (part.is === 'hidden')
    return unknown(`\`${words}\` is known only when it runs`, { place, origin: words });
  const found = depth > 0 ? scope.variables.at(part.name, scope.at, scope.block) : undefined;
  const [word] = found?.words ?? [];
  if (found && word && found.words?.length === 1 && !found.isArray && !found.adds) {
    return wordValue(word, { ...scope, at: found.at, block: found.block }, depth - 1);
  }
  return outside(part, place);
}

/** A variable that the surroundings set, or else what the script falls back to. */
function outside(part: Variable, place: Place): Value {
  const open = unknown(`\`$${part.name}\` is not set in this script`, { place, origin: `$${part.name}` });
  if (part.fallback === undefined || /[$`]/.test(part.fallback)) return open;
  return oneOf(`$${part.name}`, [
    { when: `\`${part.name}\` is set`, value: open },
    { when: `\`${part.name}\` is not set`, value: known(part.fallback, { place }) },
  ]);
}

const placeholder =
  /^(<.*>|\.{3,}|…|[xX*]{3,}|\[.*\]|%[A-Za-z_]\w*%|.*\byour[-_ ].*|my[-_](sse[-_]?c?[-_]?|kms[-_]?)?(key|id|arn|key[-_]id|secret)|[A-Z]+(_[A-Z]+)*_(KEY|ID|ARN|VALUE|HERE|SECRET|MD5|ENDPOINT|URL|NAME|FILE))$/;

/** Documentation writes words in place of values: what they stand for is not known. */
export function written(text: string, place: Place): Value {
  return placeholder.test(text)
    ? unknown(`\`${text}\` stands for a value`, { place, origin: text })
    : known(text, { place });
}

export function placeIn(scope: { file: string }, start: number, end: number): Place {
  return { file: scope.file, start, end };
}

/** The words of a command once variables that hold several are put in; `rest` where not all can be seen. */
export function expanded(words: Word[], scope: Scope, depth = deepest): { words: Word[]; rest?: Unknown } {
  let rest: Unknown | undefined;
  const all = words.flatMap((word, at) => {
    const [part] = word.parts;
    if (word.parts.length !== 1 || part?.is !== 'variable' || !part.splits) return [word];
    const inner = wordsIn(part, scope, depth);
    if (inner) {
      rest ??= inner.rest;
      return inner.words;
    }
    if (holdsArguments(part, words[at - 1])) {
      rest ??= unknown(`\`$${part.name}\` is not set in this script`, {
        place: placeIn(scope, part.start, part.end),
      });
      return [];
    }
    return [word];
  });
  return rest ? { words: all, rest } : { words: all };
}

function wordsIn(part: Variable, scope: Scope, depth: number): { words: Word[]; rest?: Unknown } | undefined {
  const found = depth > 0 ? scope.variables.at(part.name, scope.at, scope.block) : undefined;
  if (!found?.words) return undefined;
  const inside = { ...scope, at: found.at, block: found.block };
  const own = found.isArray ? found.words : splitWord(found.words[0]!);
  if (!found.isArray && !found.adds && own.length === 1) return undefined;
  const after = expanded(own, inside, depth - 1);
  if (!found.adds) return after;
  const before = wordsIn({ ...part, name: found.name }, inside, depth - 1);
  if (!before) return { words: after.words, rest: unknown(`not all of \`$${part.name}\` can be seen`) };
  return {
    words: [...before.words, ...after.words],
    ...((before.rest ?? after.rest) && { rest: before.rest ?? after.rest }),
  };
}

/** `$ARGS` without quotes: a shell splits what is in it at blanks. */
function splitWord(word: Word): Word[] {
  const [part] = word.parts;
  if (plainText(word) === undefined || word.parts.length !== 1 || part?.is !== 'text')
    return splitParts(word);
  return [...part.text.matchAll(/\S+/g)].map((found) =>
    piece(part.text, found.index, found[0].length, part.start),
  );
}

function piece(text: string, at: number, length: number, from: number): Word {
  const start = from + at;
  return {
    parts: [{ is: 'text', text: text.slice(at, at + length), start, end: start + length }],
    start,
    end: start + length,
  };
}

/** Text with variables in it: split where its texts have blanks. */
function splitParts(word: Word): Word[] {
  const words: Word[] = [];
  let open: Part[] = [];
  const flush = () => {
    if (open.length) words.push({ parts: open, start: open[0]!.start, end: open.at(-1)!.end });
    open = [];
  };
  for (const part of word.parts) {
    if (part.is !== 'text') {
      open.push(part);
      continue;
    }
    for (const found of part.text.matchAll(/\s+|\S+/g)) {
      if (/^\s/.test(found[0])) flush();
      else open.push(...piece(part.text, found.index, found[0].length, part.start).parts);
    }
  }
  flush();
  return words;
}

/** Whether an unset variable, by its name and where it stands, brings arguments rather than one value. */
function holdsArguments({ name, fallback }: Variable, before: Word | undefined): boolean {
  if (name === '@' || name === '*') return true;
  if (fallback !== undefined && !/^-|^$/.test(fallback)) return false;
  if (/(args?|opts?|options|flags|params?|extra)$/i.test(name)) return true;
  return /(sse|encrypt(ion)?)$/i.test(name) && !/^-/.test(before ? (plainText(before) ?? '') : '');
}
