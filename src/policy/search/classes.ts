import { fits, matches, type Pattern, type Token } from '../pattern.ts';

/** Texts, one of each class that a set of patterns can tell apart; `complete` where there are no other classes. */
export interface Classes {
  texts: string[];
  complete: boolean;
}

const mostStates = 3000;
const fillers = 'x0zqwyvukj123456789ZXQ_~';

/**
 * The shortest text of each class, found by running all patterns at once over every text that fits one of
 * `universe`. `seeds` are texts that a reader would rather see; they come first and stand for their class.
 */
export function classesOf(patterns: Pattern[], universe: Pattern[], seeds: string[]): Classes {
  const found = new Map<string, string>();
  const note = (signature: string, text: string) => {
    if (!found.has(signature)) found.set(signature, text);
  };
  for (const seed of seeds) {
    if (universe.some((pattern) => matches(pattern, seed))) note(signatureOf(patterns, seed), seed);
  }
  const complete = explore(patterns, universe, note);
  return { texts: [...found.values()], complete };
}

const signatureOf = (patterns: Pattern[], text: string) =>
  patterns.map((pattern) => (matches(pattern, text) ? 1 : 0)).join('');

/** For each pattern the tokens that may come next; the patterns come first, the universe after them. */
interface State {
  text: string;
  at: number[][];
}

function explore(
  patterns: Pattern[],
  universe: Pattern[],
  note: (signature: string, text: string) => void,
): boolean {
  const all = [...patterns, ...universe];
  const filler = fillerOf(all);
  const accepts = (state: State, index: number) => state.at[index]!.includes(all[index]!.tokens.length);
  const queue: State[] = [{ text: '', at: all.map(({ tokens }) => closed([0], tokens)) }];
  const seen = new Set<string>();
  for (const state of queue) {
    if (universe.some((_, index) => accepts(state, patterns.length + index))) {
      note(patterns.map((_, index) => (accepts(state, index) ? 1 : 0)).join(''), state.text);
    }
    for (const char of nextChars(state, all, filler)) {
      const next = {
        text: state.text + char,
        at: all.map((pattern, index) => step(pattern, state.at[index]!, char)),
      };
      const key = next.at.map((positions) => positions.join()).join('|');
      const alive = universe.some((_, index) => next.at[patterns.length + index]!.length > 0);
      if (!alive || seen.has(key)) continue;
      if (seen.size >= mostStates) return false;
      seen.add(key);
      queue.push(next);
    }
  }
  return true;
}

/** A character that no pattern names: it stands for all of those. */
function fillerOf(patterns: Pattern[]): string {
  const named = new Set(
    patterns.flatMap(({ tokens }) => tokens.filter((token) => typeof token === 'string')),
  );
  return [...fillers].find((char) => !named.has(char) && !named.has(char.toUpperCase())) ?? '\u00b7';
}

function nextChars({ at }: State, patterns: Pattern[], filler: string): Set<string> {
  const chars = new Set<string>([filler]);
  patterns.forEach(({ tokens, anyCase }, index) => {
    for (const position of at[index]!) {
      const token = tokens[position];
      if (typeof token === 'object' && token.within) chars.add(':');
      if (typeof token !== 'string') continue;
      chars.add(token);
      if (anyCase) chars.add(token.toLowerCase()).add(token.toUpperCase());
    }
  });
  return chars;
}

function step({ tokens, anyCase }: Pattern, positions: number[], char: string): number[] {
  const next: number[] = [];
  for (const position of positions) {
    const token = tokens[position];
    if (token === undefined || !fits(token, char, anyCase)) continue;
    next.push(isMany(token) ? position : position + 1);
  }
  return closed(next, tokens);
}

/** A `*` may also be left at once. */
function closed(positions: number[], tokens: Token[]): number[] {
  const all = new Set(positions);
  for (const position of all) {
    const token = tokens[position];
    if (token !== undefined && isMany(token)) all.add(position + 1);
  }
  return [...all].sort((a, b) => a - b);
}

const isMany = (token: Token) => typeof token === 'object' && token.many;
