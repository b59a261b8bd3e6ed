import { isWritten, type Scalar, type Unknown, type Value } from '../model/value.ts';
import type { Clause, Condition } from './rule.ts';
import { validatorOf } from './schemas.ts';
import { type Found, find, type Scope } from './scope.ts';
import { agreed, and, type Doubt, or, type Truth } from './truth.ts';
import { hasWord } from './words.ts';
import type { World } from './world.ts';

/** Whether a clause holds, by Kleene's *and*. */
export function holds(clause: Clause, scope: Scope, world: World): Truth {
  return and(termTruths(clause, scope, world));
}

function* termTruths(clause: Clause, scope: Scope, world: World): Iterable<Truth> {
  for (const term of clause) {
    if ('any' in term) yield or(clauseTruths(term.any, scope, world));
    else yield meets(term.path, term.condition, scope, world);
  }
}

function* clauseTruths(clauses: Clause[], scope: Scope, world: World): Iterable<Truth> {
  for (const clause of clauses) yield holds(clause, scope, world);
}

function meets(path: string, condition: Condition, scope: Scope, world: World): Truth {
  const found = find(scope, path);
  return agreed(
    found.map((each) => meetsOne(each, path, condition, scope, world)),
    path,
  );
}

function meetsOne(found: Found, path: string, condition: Condition, scope: Scope, world: World): Truth {
  if (condition.is === 'present') return presence(found, path);
  if (condition.is === 'absent') return absence(found, path);
  if (!('value' in found))
    throw new Error(`${path} is no single value: only present and absent can be asked of it`);
  const { value } = found;
  if (value.is === 'absent') return false;
  if (condition.is === 'same') return isSame(value, find(scope, condition.path), path);
  const plain = plainOf(value);
  if ('doubt' in plain) return { path, reason: plain.doubt.reason };
  if (condition.is === 'schema') return validatorOf(condition.schema)({ value: plain.value, ...world.data });
  if (condition.is === 'words') return hasWord(plain.value, world.words(condition.words));
  return world.among(condition.operand, plain.value);
}

function presence(found: Found, path: string): Truth {
  if ('value' in found) return isThere(found.value, path);
  if ('group' in found) return or(found.group.map((leaf) => isThere(leaf, path)));
  return Array.isArray(found.facts) ? found.facts.length > 0 : { path, reason: found.facts.reason };
}

function absence(found: Found, path: string): Truth {
  const truth = presence(found, path);
  return typeof truth === 'boolean' ? !truth : truth;
}

/** An unknown value is there where it is written. */
function isThere(value: Value, path: string): Truth {
  if (value.is === 'oneOf') return { path, reason: `it depends on ${value.choice}` };
  if (value.is !== 'unknown') return isWritten(value);
  return value.place || value.name || value.entry ? true : { path, reason: value.reason };
}

function isSame(value: Value, others: Found[], path: string): Truth {
  return agreed(
    others.map((other): Truth => {
      if (!('value' in other)) return false;
      return areSame(value, other.value, path);
    }),
    path,
  );
}

function areSame(a: Value, b: Value, path: string): Truth {
  if (a.is === 'absent' || b.is === 'absent') return false;
  if (a.is === 'unknown' && b.is === 'unknown' && a.origin !== undefined && a.origin === b.origin)
    return true;
  const [plainA, plainB] = [plainOf(a), plainOf(b)];
  for (const plain of [plainA, plainB]) if ('doubt' in plain) return { path, reason: plain.doubt.reason };
  return JSON.stringify((plainA as Plain).value) === JSON.stringify((plainB as Plain).value);
}

interface Plain {
  value: unknown;
}

/** Plain JSON, or the unknown part that keeps it from being that. */
export function plainOf(value: Value): Plain | { doubt: Unknown | Doubt } {
  switch (value.is) {
    case 'known':
      return { value: value.value as Scalar };
    case 'list':
      return value.rest ? { doubt: value.rest } : plainList(value.items);
    case 'record': {
      if (value.rest) return { doubt: value.rest };
      const names = plainList(value.entries.map((entry) => entry.name));
      const values = plainList(value.entries.map((entry) => entry.value));
      if ('doubt' in names) return names;
      if ('doubt' in values) return values;
      return { value: Object.fromEntries(names.value.map((name, at) => [String(name), values.value[at]])) };
    }
    case 'unknown':
      return { doubt: value };
    case 'absent':
      return { value: undefined };
    case 'oneOf':
      return { doubt: { path: '', reason: `it depends on ${value.choice}` } };
  }
}

function plainList(values: Value[]): { value: unknown[] } | { doubt: Unknown | Doubt } {
  const items: unknown[] = [];
  for (const value of values) {
    const plain = plainOf(value);
    if ('doubt' in plain) return plain;
    items.push(plain.value);
  }
  return { value: items };
}
