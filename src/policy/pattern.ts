/**
 * A text with wildcards as a row of tokens: a character, `?` or `*`, where the last two may be kept from
 * crossing a colon. Both the evaluation and the search for classes of texts run on it.
 */
export interface Pattern {
  tokens: Token[];
  /** Letters match in either case. */
  anyCase: boolean;
}

export type Token = string | Wild;
export interface Wild {
  many: boolean;
  /** Stays within one component of an ARN. */
  within: boolean;
}

const wild = {
  one: { many: false, within: false },
  many: { many: true, within: false },
  oneWithin: { many: false, within: true },
  manyWithin: { many: true, within: true },
} as const;

export function literalPattern(text: string, anyCase = false): Pattern {
  return { tokens: text.split(''), anyCase };
}

/** `*` is any text, `?` any character. `marked` characters are themselves: they came from a variable. */
export function globPattern(text: string | Piece[], anyCase = false): Pattern {
  return { tokens: piecesOf(text).map(({ char, literal }) => wildOr(char, literal, false)), anyCase };
}

/** One character of a text, `literal` where it is never a wildcard. */
export interface Piece {
  char: string;
  literal: boolean;
}

export function piecesOf(text: string | Piece[]): Piece[] {
  return typeof text === 'string' ? text.split('').map((char) => ({ char, literal: false })) : text;
}

function wildOr(char: string, literal: boolean, within: boolean): Token {
  if (literal) return char;
  if (char === '*') return within ? wild.manyWithin : wild.many;
  if (char === '?') return within ? wild.oneWithin : wild.one;
  return char;
}

/**
 * An ARN with wildcards, or undefined where it has not six components. A wildcard stays within its component,
 * but for the sixth; `open` lets a `*` that ends a component match beyond it, as `Resource` does.
 */
export function arnPattern(text: string | Piece[], open = false): Pattern | undefined {
  const pieces = piecesOf(text);
  let colons = 0;
  const tokens = pieces.map(({ char, literal }, at) => {
    if (char === ':') colons += 1;
    const last = pieces[at + 1] === undefined || pieces[at + 1]!.char === ':';
    return wildOr(char, literal, colons < 5 && !(open && last && char === '*'));
  });
  return open || colons >= 5 ? { tokens, anyCase: false } : undefined;
}

export function fits(token: string | Wild, char: string, anyCase: boolean): boolean {
  if (typeof token !== 'string') return !token.within || char !== ':';
  return token === char || (anyCase && token.toLowerCase() === char.toLowerCase());
}

/** Whether the whole text fits; goes back to the last `*` that could take more. */
export function matches({ tokens, anyCase }: Pattern, text: string): boolean {
  const stars: Star[] = [];
  let at = 0;
  let token = 0;
  while (token < tokens.length || at < text.length) {
    const wanted = tokens[token];
    if (isMany(wanted)) {
      putStar(stars, { token, at }, tokens);
    } else if (wanted !== undefined && at < text.length && fits(wanted, text[at]!, anyCase)) {
      at += 1;
    } else {
      const back = takeMore(stars, tokens, text);
      if (!back) return false;
      at = back.at;
      token = back.token;
    }
    token += 1;
  }
  return true;
}

interface Star {
  token: number;
  at: number;
}

const isMany = (token: Token | undefined): token is Wild => typeof token === 'object' && token.many;

/** A later star can take whatever an earlier one could; only one that crosses colons outlives one that does not. */
function putStar(stars: Star[], star: Star, tokens: Token[]): void {
  const within = isWithin(tokens[star.token]!);
  while (stars.length > 0 && (!within || isWithin(tokens[stars.at(-1)!.token]!))) stars.pop();
  stars.push(star);
}

const isWithin = (token: Token) => typeof token !== 'string' && token.within;

function takeMore(stars: Star[], tokens: Token[], text: string) {
  for (let last = stars.at(-1); last; last = stars.at(-1)) {
    if (last.at < text.length && fits(tokens[last.token]!, text[last.at]!, false)) {
      last.at += 1;
      return last;
    }
    stars.pop();
  }
  return undefined;
}
