import { matches, type Pattern } from '../pattern.ts';
import { Automaton } from './automaton.ts';

/** Texts, one of each class that a set of patterns can tell apart; `complete` where there are no other classes. */
export interface Classes {
  texts: string[];
  complete: boolean;
}

const mostStates = 4000;
const fillers = 'x0zqwyvukj123456789ZXQ_~';

/**
 * The shortest text of each class, found by running all patterns at once over every text that fits one of
 * `universe`. `seeds` are texts that a reader would rather see; they come first and stand for their class.
 */
export function classesOf(all: Pattern[], universe: Pattern[], seeds: string[]): Classes {
  const patterns = distinct(all);
  const found = new Map<string, string>();
  const note = (signature: string, text: string) => {
    if (!found.has(signature)) found.set(signature, text);
  };
  for (const seed of new Set(seeds)) {
    const isOne = universe.some((pattern) => matches(pattern, seed));
    if (isOne) note(patterns.map((pattern) => (matches(pattern, seed) ? 1 : 0)).join(''), seed);
  }
  const complete = explore(patterns, universe, note);
  return { texts: [...found.values()], complete };
}

function distinct(patterns: Pattern[]): Pattern[] {
  return [...new Map(patterns.map((pattern) => [JSON.stringify(pattern), pattern])).values()];
}

/** Where each automaton is after a text. */
interface Node {
  text: string;
  at: number[];
}

function explore(
  patterns: Pattern[],
  universe: Pattern[],
  note: (signature: string, text: string) => void,
): boolean {
  const automata = [...patterns, ...universe].map((pattern) => new Automaton(pattern));
  const inside = automata.map((automaton, index) => ({ automaton, index })).slice(patterns.length);
  const filler = fillerOf([...patterns, ...universe]);
  const queue: Node[] = [{ text: '', at: automata.map(() => 0) }];
  const seen = new Set<string>();
  for (const { text, at } of queue) {
    if (inside.some(({ automaton, index }) => automaton.accepts(at[index]!))) {
      note(patterns.map((_, index) => (automata[index]!.accepts(at[index]!) ? 1 : 0)).join(''), text);
    }
    for (const char of new Set([filler, ...automata.flatMap((each, index) => each.chars(at[index]!))])) {
      const next = automata.map((automaton, index) => automaton.step(at[index]!, char));
      if (inside.every(({ automaton, index }) => automaton.isDead(next[index]!))) continue;
      const key = next.join();
      if (seen.has(key)) continue;
      if (seen.size >= mostStates) return false;
      seen.add(key);
      queue.push({ text: text + char, at: next });
    }
  }
  return true;
}

/** A character that no pattern names: it stands for all of those. */
function fillerOf(patterns: Pattern[]): string {
  const named = new Set<unknown>();
  for (const { tokens } of patterns) for (const token of tokens) named.add(token);
  return [...fillers].find((char) => !named.has(char) && !named.has(char.toUpperCase())) ?? '\u00b7';
}
