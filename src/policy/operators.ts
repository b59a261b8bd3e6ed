import { addressOf, isWithin, networkOf } from './address.ts';
import type { Operator } from './form.ts';
import {
  arnPattern,
  globPattern,
  literalPattern,
  matches,
  type Pattern,
  type Piece,
  piecesOf,
} from './pattern.ts';

/**
 * The condition operators of IAM (IAM reference: condition operators). `Not…` operators are the negation of
 * their positive form; a value that is none of the operator's type fits nothing.
 */
export interface Comparison {
  kind: 'text' | 'arn' | 'number' | 'date' | 'bool' | 'binary' | 'address' | 'null';
  /** Texts and ARNs: the pattern that a value of the policy means; policy variables are replaced in these only. */
  pattern?: (pieces: Piece[]) => Pattern | undefined;
  fits: (found: string, wanted: string) => boolean;
}

const plain = (pieces: Piece[]) => pieces.map(({ char }) => char).join('');
const byPattern = (kind: 'text' | 'arn', pattern: (pieces: Piece[]) => Pattern | undefined): Comparison => ({
  kind,
  pattern,
  fits: (found, wanted) => {
    const made = pattern(piecesOf(wanted));
    return made !== undefined && matches(made, found);
  },
});
const text = (anyCase: boolean) => byPattern('text', (pieces) => literalPattern(plain(pieces), anyCase));
const like = byPattern('text', (pieces) => globPattern(pieces));
const arn = byPattern('arn', (pieces) => arnPattern(pieces));
const ordered = (
  kind: 'number' | 'date',
  read: (text: string) => number,
  holds: (a: number, b: number) => boolean,
): Comparison => ({ kind, fits: (found, wanted) => holds(read(found), read(wanted)) });

const relations: Record<string, (a: number, b: number) => boolean> = {
  Equals: (a, b) => a === b,
  LessThan: (a, b) => a < b,
  LessThanEquals: (a, b) => a <= b,
  GreaterThan: (a, b) => a > b,
  GreaterThanEquals: (a, b) => a >= b,
};
const relationsOf = (prefix: string, kind: 'number' | 'date', read: (text: string) => number) =>
  Object.entries(relations).map(([name, holds]) => [prefix + name, ordered(kind, read, holds)] as const);

const positive = new Map<string, Comparison>([
  ['StringEquals', text(false)],
  ['StringEqualsIgnoreCase', text(true)],
  ['StringLike', like],
  ['ArnEquals', arn],
  ['ArnLike', arn],
  ...relationsOf('Numeric', 'number', numberOf),
  ...relationsOf('Date', 'date', dateOf),
  [
    'Bool',
    { kind: 'bool', fits: (found, wanted) => isBool(wanted) && found.toLowerCase() === wanted.toLowerCase() },
  ],
  ['BinaryEquals', { kind: 'binary', fits: (found, wanted) => found === wanted }],
  ['IpAddress', { kind: 'address', fits: isIn }],
  ['Null', { kind: 'null', fits: (found, wanted) => found === wanted.toLowerCase() }],
]);

const negations: Record<string, string> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
};

export const operatorNames = [...positive.keys(), ...Object.keys(negations)];
const named = new Map(operatorNames.map((name) => [name.toLowerCase(), name]));
const parsed = new Map<string, Operator | undefined>();

/** `ForAnyValue:StringNotLikeIfExists` in its parts; undefined where there is no such operator. */
export function operatorOf(name: string): Operator | undefined {
  if (!parsed.has(name)) parsed.set(name, parse(name));
  return parsed.get(name);
}

function parse(name: string): Operator | undefined {
  const [, set, rest = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/i.exec(name) ?? [];
  const ifExists = /IfExists$/i.test(rest);
  const canonical = named.get(rest.replace(/IfExists$/i, '').toLowerCase());
  if (!canonical || (ifExists && canonical === 'Null')) return undefined;
  const base = negations[canonical] ?? canonical;
  const sets = set && (set.toLowerCase() === 'forallvalues' ? 'ForAllValues' : 'ForAnyValue');
  return { name, base, negated: canonical !== base, ifExists, ...(sets ? { set: sets } : {}) };
}

export function comparisonOf(operator: Operator): Comparison {
  return positive.get(operator.base)!;
}

export function numberOf(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** Seconds since 1970, of a W3C date and time (ISO 8601), or of such a number. */
export function dateOf(text: string): number {
  if (/^-?\d+(\.\d+)?$/.test(text)) return /^\d{4}$/.test(text) ? Date.parse(text) / 1000 : Number(text);
  return /^\d{4}-\d\d/.test(text) ? Date.parse(text) / 1000 : Number.NaN;
}

function isBool(text: string): boolean {
  return /^(true|false)$/i.test(text);
}

function isIn(found: string, wanted: string): boolean {
  const address = addressOf(found);
  const network = networkOf(wanted);
  return address !== undefined && network !== undefined && isWithin(address, network);
}
