/** A stretch of a word; offsets count UTF-16 units of the whole file, quotes left out. */
export type Part =
  | { is: 'text'; text: string; start: number; end: number }
  | Variable
  | { is: 'hidden'; start: number; end: number };

export interface Variable {
  is: 'variable';
  name: string;
  /** What stands for it where it is not set: `${NAME:-fallback}`. */
  fallback?: string;
  /** May become several words: `$ARGS`, `"${ARGS[@]}"`, `@params`. */
  splits: boolean;
  start: number;
  end: number;
}

/** One word of a command, with its quotes. */
export interface Word {
  parts: Part[];
  start: number;
  end: number;
}

export type Sign = '\n' | ';' | ';;' | '&' | '&&' | '|' | '||' | '(' | ')' | '{' | '}' | '<' | '>';

export type Token =
  | { is: 'word'; word: Word }
  | { is: 'sign'; sign: Sign; at: number }
  /** A here-document's text. */
  | { is: 'document'; start: number; end: number; plain: boolean };

/** The text of a word that is written out; undefined where something in it is not. */
export function plainText(word: Word | undefined): string | undefined {
  if (!word || word.parts.some((part) => part.is !== 'text')) return undefined;
  return lead(word);
}

/** What a word surely begins with. */
export function lead(word: Word): string {
  let text = '';
  for (const part of word.parts) {
    if (part.is !== 'text') break;
    text += part.text;
  }
  return text;
}

/** The part of a word from an offset of its plain lead on: the value in `--flag=value`. */
export function tail(word: Word, from: number): Word {
  let skip = from;
  const parts: Part[] = [];
  for (const part of word.parts) {
    if (part.is !== 'text' || skip === 0) {
      parts.push(part);
      continue;
    }
    if (part.text.length > skip) {
      parts.push({ ...part, text: part.text.slice(skip), start: Math.min(part.start + skip, part.end) });
    }
    skip = Math.max(0, skip - part.text.length);
  }
  return { parts, start: parts[0]?.start ?? word.end, end: word.end };
}

/** The pieces of a word between a sign. */
export function splitAt(word: Word, sign: string): Word[] {
  const pieces: Part[][] = [[]];
  for (const part of word.parts) {
    if (part.is !== 'text') {
      pieces.at(-1)!.push(part);
      continue;
    }
    let from = 0;
    for (const [at, text] of part.text.split(sign).entries()) {
      if (at > 0) pieces.push([]);
      const start = Math.min(part.start + from, part.end);
      if (text !== '')
        pieces.at(-1)!.push({ is: 'text', text, start, end: Math.min(start + text.length, part.end) });
      from += text.length + sign.length;
    }
  }
  return pieces
    .filter((parts) => parts.length > 0)
    .map((parts) => ({ parts, start: parts[0]!.start, end: parts.at(-1)!.end }));
}
