import { addressOf, boundsOf, networkOf, writeAddress } from '../address.ts';
import { keyOf } from '../data.ts';
import type { Condition, Term } from '../form.ts';
import { comparisonOf, dateOf, numberOf } from '../operators.ts';
import { globPattern, type Pattern } from '../pattern.ts';
import { type LookUp, replaced } from '../variables.ts';
import { type Classes, classesOf } from './classes.ts';

/** The texts that a key takes, as patterns, and ordinary ones among them. */
interface Sort {
  universe: string[];
  seeds: string[];
}

const account: Sort = { universe: ['????????????'], seeds: ['999988887777', '111122223333'] };
const byKey: Record<string, Sort> = {
  'aws:sourcevpce': { universe: ['vpce-?*'], seeds: ['vpce-0a1b2c3d4e5f60718'] },
  'aws:sourcevpc': { universe: ['vpc-?*'], seeds: ['vpc-0a1b2c3d4e5f60718'] },
  'aws:principalorgid': { universe: ['o-?*'], seeds: ['o-a1b2c3d4e5'] },
  's3:prefix': { universe: ['*'], seeds: ['reports/', ''] },
  's3:delimiter': { universe: ['*'], seeds: ['/', ''] },
  's3:tlsversion': { universe: ['1.3', '1.2', '1.1', '1.0'], seeds: ['1.3', '1.2', '1.1', '1.0'] },
};
const byType: Record<string, Sort> = {
  Bool: { universe: ['false', 'true'], seeds: ['false', 'true'] },
  ARN: { universe: ['arn:aws*:?*:*:*:?*'], seeds: ['arn:aws:sns:us-east-1:999988887777:elsewhere'] },
  String: { universe: ['?*'], seeds: ['x'] },
};

export function sortOf(key: string): Sort {
  const own = byKey[key.toLowerCase()];
  if (own) return own;
  if (/account$|^aws:sourceowner$/i.test(key)) return account;
  return byType[keyOf(key)?.type ?? 'String'] ?? byType.String!;
}

/** A value of a key in each class that its conditions can tell apart. Variables mean what `lookUps` say. */
export function valuesOf(
  key: string,
  conditions: Condition[],
  lookUps: LookUp[],
  sort = sortOf(key),
): Classes {
  const compared = conditions.filter(({ operator }) => operator.base !== 'Null');
  const kinds = new Set(compared.map(({ operator }) => comparisonOf(operator).kind));
  const texts = compared.flatMap(({ terms }) =>
    terms.flatMap(({ text }) => (text === undefined ? [] : [text])),
  );
  const fixed = keyOf(key)?.type === 'Bool' || key.toLowerCase() === 's3:tlsversion';
  if (fixed) return { texts: sort.seeds, complete: true };
  const special = [...kinds].filter((kind) => kind !== 'text' && kind !== 'arn');
  const candidates = special.flatMap((kind) => candidatesOf(kind, texts));
  if (kinds.size === special.length && special.length > 0) {
    return { texts: [...new Set(candidates)], complete: special.length === 1 };
  }
  const patterns = compared.flatMap((condition) => patternsOf(condition, lookUps));
  const seeds = [
    ...candidates,
    ...sort.seeds,
    ...texts.map((text) => text.replaceAll('*', 'x').replaceAll('?', 'x')),
  ];
  const classes = classesOf(
    patterns,
    sort.universe.map((text) => globPattern(text)),
    seeds,
  );
  return special.length > 0 ? { ...classes, complete: false } : classes;
}

export function patternsOf(condition: Condition, lookUps: LookUp[]): Pattern[] {
  const { pattern } = comparisonOf(condition.operator);
  return pattern ? patternsOfTerms(condition.terms, lookUps, pattern) : [];
}

export function patternsOfTerms(
  terms: Term[],
  lookUps: LookUp[],
  pattern: NonNullable<ReturnType<typeof comparisonOf>['pattern']>,
): Pattern[] {
  return terms.flatMap(({ text }) => {
    if (text === undefined) return [];
    const readings = text.includes('${') ? lookUps.map((lookUp) => replaced(text, lookUp, true)) : [];
    return [replaced(text, () => undefined, false), ...readings].flatMap((pieces) => {
      const made = pieces && pattern(pieces);
      return made ? [made] : [];
    });
  });
}

function candidatesOf(kind: string, texts: string[]): string[] {
  if (kind === 'address') return addresses(texts);
  if (kind === 'number') return around(texts.map(numberOf), String);
  if (kind === 'date') return around([...texts.map(dateOf), Date.parse('2030-01-01') / 1000], asDate);
  return kind === 'bool' ? ['false', 'true'] : texts;
}

const asDate = (seconds: number) => new Date(seconds * 1000).toISOString();

/** Each bound, and a value in each gap. */
function around(bounds: number[], write: (bound: number) => string): string[] {
  const sorted = [...new Set(bounds.filter((bound) => !Number.isNaN(bound)))].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((bound, at) => (bound + sorted[at]!) / 2);
  const ends = sorted.length > 0 ? [sorted[0]! - 1, sorted.at(-1)! + 1] : [0];
  return [...ends, ...sorted, ...gaps].map(write);
}

/** Networks are nested or disjoint: each region has a bound of one in it, or an address just beyond one. */
function addresses(texts: string[]): string[] {
  const networks = texts.map(networkOf).filter((network) => network !== undefined);
  const near = networks.flatMap((network) => {
    const { bits } = network;
    const [first, last] = boundsOf(network);
    return [last + 1n, first, last, first - 1n]
      .filter((number) => number >= 0n && number < 1n << BigInt(bits))
      .map((number) => writeAddress({ bits, number }));
  });
  return ['198.51.100.7', '2001:db8::7', '203.0.113.9', ...near].filter((text) => addressOf(text));
}
