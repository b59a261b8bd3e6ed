import type { AnyFact } from '../model/fact.ts';
import type { Fault } from '../model/finding.ts';
import type { Position } from '../model/place.ts';
import type { Texts } from '../model/result.ts';
import { textOf, type Value } from '../model/value.ts';
import { errorOf } from './data.ts';
import { Ranges } from './ranges.ts';
import type { ShownError } from './report.ts';

/** `sselint facts --format json`, version 1: its JSON Schema is `schemas/facts.schema.json`. */
export interface FactsData {
  version: 1;
  facts: ShownFact[];
  errors: ShownError[];
}

export interface ShownFact {
  kind: string;
  resource: string | null;
  via: string;
  complete: boolean;
  file: string;
  range: { start: Position; end: Position };
  places: Record<string, { file: string; start: Position; end: Position }>;
  [field: string]: unknown;
}

/** What is known as plain JSON; what is not, with its reason; key material withheld. */
export function factsData(facts: AnyFact[], faults: Fault[], texts: Texts): FactsData {
  const ranges = new Ranges(texts);
  return {
    version: 1,
    facts: facts.map((fact) => shown(fact, ranges, texts)),
    errors: faults.map((fault) => errorOf(fault, ranges, texts)),
  };
}

function shown(fact: AnyFact, ranges: Ranges, texts: Texts): ShownFact {
  const { kind, resource, via, complete, place } = fact;
  const fields: Record<string, unknown> = {};
  const places: ShownFact['places'] = {};
  for (const [path, value] of Object.entries(fact.fields) as [string, Value | undefined][]) {
    if (!value || value.is === 'absent') continue;
    put(fields, path.split('.'), plainOf(value, texts));
    const written = value.place ?? value.entry ?? value.name;
    if (written) places[path] = { file: written.file, ...ranges.of(written) };
  }
  return { kind, resource, ...fields, via, complete, file: place.file, range: ranges.of(place), places };
}

function put(into: Record<string, unknown>, [head, ...rest]: string[], value: unknown): void {
  if (head === undefined) return;
  if (!rest.length) {
    into[head] = value;
    return;
  }
  const group = into[head];
  const next = typeof group === 'object' && group !== null ? (group as Record<string, unknown>) : {};
  into[head] = next;
  put(next, rest, value);
}

/** Secrets are shown by their length, in UTF-16 units. */
export function plainOf(value: Value, texts: Pick<Texts, 'mask'>): unknown {
  switch (value.is) {
    case 'known':
      if (value.secret) return { secret: true, length: String(value.value).length };
      return typeof value.value === 'string' ? texts.mask(value.value) : value.value;
    case 'unknown':
      return { unknown: texts.mask(value.reason) };
    case 'absent':
      return { absent: true };
    case 'oneOf':
      return { oneOf: value.arms.map((arm) => plainOf(arm.value, texts)), choice: texts.mask(value.choice) };
    case 'list': {
      const more = value.rest ? [plainOf(value.rest, texts)] : [];
      return [...value.items.map((item) => plainOf(item, texts)), ...more];
    }
    case 'record': {
      const entries = value.entries.map((entry) => [textOf(entry.name) ?? '?', plainOf(entry.value, texts)]);
      const more = value.rest ? [['…', plainOf(value.rest, texts)]] : [];
      return Object.fromEntries([...entries, ...more]);
    }
  }
}
