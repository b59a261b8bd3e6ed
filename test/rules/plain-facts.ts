import type { LinkedFact } from '../../src/model/fact.ts';
import { type Kind, kinds } from '../../src/model/kinds.ts';
import { known, list, record, type Scalar, unknown, type Value } from '../../src/model/value.ts';

/** A fact as `sselint facts --format json` prints it; `links` gives facts of the same file by index, `want` a message. */
export interface PlainFact {
  kind: Kind;
  resource?: string;
  complete?: boolean;
  links?: Record<string, number[]>;
  want?: string;
  [field: string]: unknown;
}

/** Facts from their JSON, each with a line of its own in a text that there is not. */
export function factsFrom(plain: PlainFact[]): LinkedFact[] {
  const facts = plain.map(factFrom);
  for (const [at, fact] of facts.entries()) {
    const links = Object.entries(plain[at]!.links ?? {});
    fact.links = Object.fromEntries(links.map(([name, ends]) => [name, ends.map((end) => facts[end]!)]));
  }
  return facts;
}

const notFields = new Set(['kind', 'resource', 'complete', 'links', 'want']);

function factFrom(plain: PlainFact, at: number): LinkedFact {
  const place = { file: 'facts.json', start: at * 1000, end: at * 1000 + 999 };
  const fields = Object.entries(plain).filter(([name]) => !notFields.has(name));
  const leaves = fields.flatMap(([name, value]) => leavesOf(name, value, kinds[plain.kind] as Fields));
  return {
    kind: plain.kind,
    resource: plain.resource ?? null,
    place,
    via: 'snapshot',
    complete: plain.complete ?? true,
    fields: Object.fromEntries(leaves),
    source: 'snapshot',
    links: {},
  } as LinkedFact;
}

type Fields = Record<string, { properties?: Fields }>;

function leavesOf(path: string, plain: unknown, fields: Fields): [string, Value][] {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const inner = fields[name]?.properties;
  if (!inner || isUnknown(plain)) return [[path, valueFrom(plain)]];
  return Object.entries(plain as object).flatMap(([key, value]) => leavesOf(`${path}.${key}`, value, inner));
}

function isUnknown(plain: unknown): plain is { unknown: string } {
  return typeof plain === 'object' && plain !== null && 'unknown' in plain;
}

function valueFrom(plain: unknown): Value {
  if (isUnknown(plain)) return unknown(plain.unknown);
  if (Array.isArray(plain)) return list(plain.map(valueFrom));
  if (typeof plain !== 'object' || plain === null) return known(plain as Scalar);
  return record(Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, valueFrom(value)])));
}
