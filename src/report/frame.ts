import { Lines, type Place } from '../model/place.ts';
import type { Texts } from '../model/result.ts';

/** One line of a file, fit for showing, and the columns (from 0) of the words that a finding is about. */
export interface Frame {
  line: number;
  text: string;
  start: number;
  end: number;
}

const widest = 110;
const before = 40;

/** The line in which a place begins: key material masked, control characters made harmless, long lines cut. */
export function frameOf(place: Place, texts: Texts): Frame | undefined {
  const text = texts.text(place.file);
  if (text === undefined) return undefined;
  const { line, column } = new Lines(text).position(place.start);
  const lineStart = place.start - column + 1;
  const newline = text.indexOf('\n', lineStart);
  const lineEnd = newline === -1 ? text.length : newline;
  const words = harmless(
    texts.mask(withoutSecrets(text.slice(lineStart, lineEnd), lineStart, texts.secrets(place.file))),
  );
  const from = words.length <= widest ? 0 : Math.max(0, column - 1 - before);
  const shown = words.slice(from, from + widest).trimEnd();
  const start = Math.min(column - 1 - from, shown.length);
  const end = Math.min(Math.max(place.end - lineStart - from, start + 1), Math.max(shown.length, start + 1));
  return { line, text: shown, start, end };
}

function withoutSecrets(line: string, lineStart: number, secrets: Place[]): string {
  let masked = line;
  for (const secret of secrets) {
    const start = Math.max(0, secret.start - lineStart);
    const end = Math.min(line.length, secret.end - lineStart);
    if (end > start) masked = masked.slice(0, start) + '•'.repeat(end - start) + masked.slice(end);
  }
  return masked;
}

/** One column each, so that carets stand where they should. */
function harmless(line: string): string {
  return line.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '·');
}
