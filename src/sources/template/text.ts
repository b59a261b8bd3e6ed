import type { Place } from '../../model/place.ts';
import {
  absent,
  combine,
  type Known,
  known,
  type Unknown,
  unknown,
  type Value,
  type Written,
} from '../../model/value.ts';

/**
 * Texts that are put together from what is known and what is not. The origin of an unknown value says what it is:
 * `var.name`, or a text with such origins in angle brackets, `arn:aws:s3:::⟨aws_s3_bucket.logs.id⟩/*`. So two texts
 * are the same where their origins are, and a policy knows the bucket that it speaks of before it has a name.
 */
const token = /⟨[^⟨⟩]*⟩/;

/** A text that remembers the words it was put together from, or the value that it is the JSON of. */
export interface Pieced {
  pieces?: Piece[];
  decoded?: Value;
}

export interface Piece {
  text: string;
  place: Place;
}

export type Text = (Known | Unknown) & Pieced;

/** The text of a scalar, with origins for what is unknown; undefined where there is none. */
export function textForm(value: Value): string | undefined {
  if (value.is === 'known') return value.value === null ? undefined : String(value.value);
  if (value.is !== 'unknown' || value.origin === undefined) return undefined;
  return token.test(value.origin) ? value.origin : `⟨${value.origin}⟩`;
}

/** Back from a text with origins. */
export function fromText(text: string, written: Written & Pieced = {}): Text {
  const found = token.exec(text);
  if (!found) return { ...known(text, written), ...written };
  const origin = found[0].length === text.length ? text.slice(1, -1) : text;
  return { ...unknown(`\`${found[0].slice(1, -1)}\` is not known here`, { ...written, origin }), ...written };
}

/** Concatenation. */
export function joinTexts(parts: Value[], written: Written): Value {
  const start: Value = { ...known('', written), pieces: [] } as Text;
  const joined = parts.reduce(
    (sum, part) => combine(sum, part, (a, b) => append(a as Text, b, written)),
    start,
  );
  return { ...joined, ...written };
}

function append(before: Value, part: Value, written: Written): Value {
  const a = textForm(before);
  const b = textForm(part);
  if (a === undefined || b === undefined) {
    const cause = [before, part].find((each) => each.is === 'unknown');
    return unknown(cause?.is === 'unknown' ? cause.reason : 'a text that cannot be put together', written);
  }
  const pieces = [...((before as Text).pieces ?? []), ...piecesOf(part, b)];
  return fromText(a + b, { ...written, pieces });
}

function piecesOf(part: Value, text: string): Piece[] {
  const own = (part as Text).pieces;
  if (own?.length) return own;
  return part.place ? [{ text, place: part.place }] : [];
}

/** Where a stretch of a text stands in its source: exactly, where its words are written there as they are. */
export function placeWithin(
  value: Text,
  from: number,
  to: number,
  source: (place: Place) => string,
): Place | undefined {
  const pieces = value.pieces ?? (value.place ? [{ text: textForm(value) ?? '', place: value.place }] : []);
  const start = locate(pieces, from, false, source);
  const end = locate(pieces, to, true, source);
  if (!start || !end || start.file !== end.file) return value.place;
  return { file: start.file, start: start.start, end: Math.max(end.end, start.start) };
}

function locate(
  pieces: Piece[],
  offset: number,
  isEnd: boolean,
  source: (place: Place) => string,
): Place | undefined {
  let before = 0;
  for (const piece of pieces) {
    const within = offset - before;
    before += piece.text.length;
    if (isEnd ? within > piece.text.length : within >= piece.text.length) continue;
    const written = source(piece.place).indexOf(piece.text);
    if (written < 0) return piece.place;
    const at = piece.place.start + written + within;
    return { file: piece.place.file, start: at, end: at };
  }
  return undefined;
}

/** Null counts as not written. */
export function nullIsAbsent(value: Value): Value {
  return value.is === 'known' && value.value === null
    ? { ...absent, name: value.name, entry: value.entry }
    : value;
}
