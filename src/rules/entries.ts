import type { LinkedFact } from '../model/fact.ts';
import { assume, known, type RecordEntry, record, textOf, type Value } from '../model/value.ts';
import { choicesOf, combinations } from './choices.ts';
import { type Found, find, type Scope } from './scope.ts';
import type { Doubt } from './truth.ts';

export interface Entries {
  scopes: Scope[];
  /** Entries that cannot be seen. */
  doubts: Doubt[];
}

/** The scopes in which a check is judged: one for each entry, or the fact itself. */
export function entriesOf(each: string | undefined, scope: Scope): Entries {
  if (each === undefined) return { scopes: [scope], doubts: [] };
  const entries: Entries = { scopes: [], doubts: [] };
  for (const found of find(scope, each)) gather(found, each, scope, entries);
  return entries;
}

function gather(found: Found, each: string, scope: Scope, entries: Entries): void {
  if ('group' in found) return;
  if ('value' in found) gatherValue(found.value, each, scope, entries);
  else if (!Array.isArray(found.facts)) entries.doubts.push({ path: each, reason: found.facts.reason });
  else add(entries, scope, each, found.facts);
}

/** Choices of the list itself are taken here; those of its entries are tried entry by entry. */
function gatherValue(value: Value, each: string, scope: Scope, entries: Entries): void {
  if (value.is === 'oneOf') {
    const own = choicesOf([{ ...value, arms: value.arms.map((arm) => ({ ...arm, value: known(null) })) }]);
    for (const taken of combinations(own, scope.taken) ?? []) {
      gatherValue(assume(value, taken), each, { ...scope, taken }, entries);
    }
    return;
  }
  if (value.is === 'unknown') entries.doubts.push({ path: each, reason: value.reason });
  if (value.is !== 'list' && value.is !== 'record') return;
  if (value.rest) entries.doubts.push({ path: each, reason: value.rest.reason });
  if (value.is === 'list') add(entries, scope, each, value.items);
  else addMap(entries, scope, each, value.entries);
}

function addMap(entries: Entries, scope: Scope, each: string, all: RecordEntry[]): void {
  for (const { name, value } of all) {
    const path = `${each}.${textOf(name) ?? '?'}`;
    entries.scopes.push({ ...scope, entry: { of: record({ name, value }), path } });
  }
}

function add(entries: Entries, scope: Scope, each: string, all: (Value | LinkedFact)[]): void {
  for (const [at, of] of all.entries())
    entries.scopes.push({ ...scope, entry: { of, path: `${each}.${at}` } });
}
