import { fits, type Pattern, type Token } from '../pattern.ts';

/** A pattern as a deterministic automaton, made as far as it is walked. State 0 is the start. */
export class Automaton {
  private readonly ids = new Map<string, number>();
  private readonly states: State[] = [];

  constructor(private readonly pattern: Pattern) {
    this.idOf(closed([0], pattern.tokens));
  }

  step(state: number, char: string): number {
    const { next, positions } = this.states[state]!;
    const known = next.get(char);
    if (known !== undefined) return known;
    const id = this.idOf(this.after(positions, char));
    next.set(char, id);
    return id;
  }

  accepts(state: number): boolean {
    return this.states[state]!.accepts;
  }

  isDead(state: number): boolean {
    return this.states[state]!.positions.length === 0;
  }

  /** The characters on which what comes next depends. */
  chars(state: number): string[] {
    return this.states[state]!.chars;
  }

  private after(positions: number[], char: string): number[] {
    const { tokens, anyCase } = this.pattern;
    const next: number[] = [];
    for (const position of positions) {
      const token = tokens[position];
      if (token === undefined || !fits(token, char, anyCase)) continue;
      next.push(isMany(token) ? position : position + 1);
    }
    return closed(next, tokens);
  }

  private idOf(positions: number[]): number {
    const key = positions.join();
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const chars = new Set(positions.flatMap((position) => charsOf(this.pattern, position)));
    const accepts = positions.includes(this.pattern.tokens.length);
    this.states.push({ positions, accepts, chars: [...chars], next: new Map() });
    this.ids.set(key, this.states.length - 1);
    return this.states.length - 1;
  }
}

interface State {
  /** The tokens that may come next. */
  positions: number[];
  accepts: boolean;
  chars: string[];
  next: Map<string, number>;
}

function charsOf({ tokens, anyCase }: Pattern, position: number): string[] {
  const token = tokens[position];
  if (token === undefined) return [];
  if (typeof token !== 'string') return token.within ? [':'] : [];
  return anyCase ? [token, token.toLowerCase(), token.toUpperCase()] : [token];
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
