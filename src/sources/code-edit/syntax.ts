import type { Scalar } from '../../model/value.ts';

/** What the writer must know of one language; all else it takes from the words around. */
export interface Syntax {
  /** A constant; `quote` is the quotation mark that the neighbours use. */
  literal(value: Scalar | Scalar[], quote: string): string;
  /** An entry where there is no neighbour to be written alike. */
  entry(name: string, value: string): string;
  /** Wrapping an expression `x`; undefined where this language has no short way. */
  wrap: Partial<Record<'encode' | 'decode' | 'hexDecode', (x: string) => string>>;
}

export function quoted(text: string, quote: string): string {
  return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;
}

/** Constants as most languages write them. */
export function cLiteral(value: Scalar | Scalar[], quote: string): string {
  if (Array.isArray(value)) return `[${value.map((each) => cLiteral(each, quote)).join(', ')}]`;
  return typeof value === 'string' ? quoted(value, quote) : String(value);
}
