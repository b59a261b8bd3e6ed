import type { LinkedFact } from '../model/fact.ts';
import { type Kind, kinds, links } from '../model/kinds.ts';
import { absent, assume, entryOf, known, type Unknown, unknown, type Value } from '../model/value.ts';

export type Taken = ReadonlyMap<string, string>;

/** What a path is read in: a fact, the entry that `each` is at, and the arms that choices have taken. */
export interface Scope {
  fact: LinkedFact;
  entry?: Entry;
  taken: Taken;
}

/** An entry of a list, map or link; `path` names it for fixes: `metadata.name`, `ignored.0`. */
export interface Entry {
  of: Value | LinkedFact;
  path: string;
}

/** What a path leads to: a leaf; all leaves of a group; or the facts at a link. */
export type Found = { value: Value } | { group: Value[] } | { facts: LinkedFact[] | Unknown };

/** One for each end, where the path goes through a link with many. */
export function find(scope: Scope, path: string): Found[] {
  if (path !== 'entry' && !path.startsWith('entry.')) return inFact(scope.fact, path, scope.taken);
  const { entry } = scope;
  if (!entry) throw new Error(`${path} has no meaning outside of each`);
  const rest = path.slice('entry.'.length);
  if (!isFact(entry.of)) return [{ value: within(assume(entry.of, scope.taken), rest, scope.taken) }];
  return rest ? inFact(entry.of, rest, scope.taken) : [{ facts: [entry.of] }];
}

export function isFact(of: Value | LinkedFact): of is LinkedFact {
  return 'kind' in of;
}

function inFact(fact: LinkedFact, path: string, taken: Taken): Found[] {
  const direct = (fact.fields as Record<string, Value | undefined>)[path];
  if (direct) return [{ value: assume(direct, taken) }];
  const dot = path.indexOf('.');
  const head = dot < 0 ? path : path.slice(0, dot);
  const rest = dot < 0 ? '' : path.slice(dot + 1);
  if (isLink(fact, head, rest)) return throughLink(fact, head, rest, taken);
  const said = ofFactItself(fact, path);
  if (said) return [{ value: said }];
  const group = groupOf(fact, path, taken);
  return [group ?? { value: fact.complete ? absent : unseen(fact) }];
}

/** A request's own `upload` is a field, what is behind it a link. */
function isLink(fact: LinkedFact, head: string, rest: string): boolean {
  const isName = (links[fact.kind] as readonly string[]).includes(head);
  return isName && (rest !== '' || !(head in kinds[fact.kind]));
}

function throughLink(fact: LinkedFact, name: string, rest: string, taken: Taken): Found[] {
  const ends = fact.links[name] ?? unknown(`which ${name} this ${fact.kind} belongs to cannot be known`);
  if (!rest) return [{ facts: ends }];
  if (!Array.isArray(ends)) return [{ value: unknown(ends.reason) }];
  return ends.length ? ends.flatMap((end) => inFact(end, rest, taken)) : [{ value: absent }];
}

function ofFactItself(fact: LinkedFact, path: string): Value | undefined {
  if (path === 'via') return known(fact.via);
  if (path === 'file') return known(fact.place.file);
  if (path === 'complete') return known(fact.complete);
  if (path === 'resource')
    return fact.resource === null ? unknown('its name cannot be known') : known(fact.resource);
  return undefined;
}

function groupOf(fact: LinkedFact, path: string, taken: Taken): Found | undefined {
  if (!groupsOf(fact.kind).has(path)) return undefined;
  const leaves: Value[] = [];
  for (const name in fact.fields) {
    if (!name.startsWith(path) || name[path.length] !== '.') continue;
    leaves.push(assume((fact.fields as Record<string, Value>)[name]!, taken));
  }
  const rest = fact.complete ? [] : [unseen(fact)];
  return { group: [...leaves, ...rest] };
}

const groups = new Map<Kind, Set<string>>();

/** The paths of a kind that have paths below them. */
function groupsOf(kind: Kind): Set<string> {
  const known = groups.get(kind);
  if (known) return known;
  const found = new Set<string>();
  gatherGroups('', kinds[kind] as Fields, found);
  groups.set(kind, found);
  return found;
}

type Fields = Record<string, { properties?: Fields }>;

function gatherGroups(prefix: string, fields: Fields, found: Set<string>): void {
  for (const [name, { properties }] of Object.entries(fields)) {
    if (!properties) continue;
    found.add(`${prefix}${name}`);
    gatherGroups(`${prefix}${name}.`, properties, found);
  }
}

function unseen(fact: LinkedFact): Value {
  return unknown(`not all of this ${fact.kind} can be seen`);
}

function within(value: Value, path: string, taken: Taken): Value {
  if (path === '') return value;
  if (value.is === 'unknown' || value.is === 'absent') return value;
  if (value.is !== 'record') return absent;
  const dot = path.indexOf('.');
  const head = dot < 0 ? path : path.slice(0, dot);
  return within(assume(entryOf(value, head), taken), dot < 0 ? '' : path.slice(dot + 1), taken);
}
