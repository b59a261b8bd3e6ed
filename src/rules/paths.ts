import { type Kind, kinds, links } from '../model/kinds.ts';
import { clausesOf, pathsIn } from './clauses.ts';
import type { Check, Rule } from './rule.ts';

/** What is wrong with a check, and a word of its text that it is about. */
export interface Problem {
  check: number;
  word: string;
  message: string;
}

/** The kind of the facts at the end of each link. */
const ends: Record<string, Kind[]> = {
  into: ['bucket'],
  client: ['client'],
  cse: ['cse'],
  upload: ['request'],
  readOf: ['request'],
  copyOf: ['request'],
  key: ['key'],
  uploads: ['request'],
  buckets: ['bucket'],
  in: ['bucket'],
  reads: ['request', 'object'],
};
const ofEveryFact = ['via', 'file', 'complete', 'resource'];

/** Paths that no fact of the rule's kind has, with the check that names them. */
export function problemOfPaths(rule: Rule): Problem[] {
  return rule.checks.flatMap((check, index) =>
    namedBy(check)
      .filter((path) => !isKnown(rule.kind, path, check.each))
      .map((path) => ({ check: index, word: path, message: `a ${rule.kind} has no "${path}"` })),
  );
}

function isKnown(kind: Kind, path: string, each: string | undefined): boolean {
  if (path === 'entry' || path.startsWith('entry.'))
    return each !== undefined && isEntryPath(kind, each, path.slice(6));
  return hasPath(kind, path);
}

/** Entries of a list or map are looked into no further than one level: their rows are the sources' own. */
function isEntryPath(kind: Kind, each: string, rest: string): boolean {
  const linked = (links[kind] as readonly string[]).includes(each) ? ends[each] : undefined;
  return !linked || rest === '' || linked.some((end) => hasPath(end, rest));
}

function hasPath(kind: Kind, path: string): boolean {
  const [head = '', ...rest] = path.split('.');
  if (ofEveryFact.includes(path)) return true;
  if (isField(kinds[kind] as Fields, path.split('.'))) return true;
  if (!(links[kind] as readonly string[]).includes(head)) return false;
  return rest.length === 0 || ends[head]!.some((end) => hasPath(end, rest.join('.')));
}

type Fields = Record<string, { properties?: Fields }>;

function isField(fields: Fields, [head = '', ...rest]: string[]): boolean {
  const field = fields[head];
  if (!field) return false;
  return rest.length === 0 || (field.properties !== undefined && isField(field.properties, rest));
}

function namedBy(check: Check): string[] {
  const each = check.each === undefined ? [] : [check.each];
  const steps = check.fixes
    .flatMap((fix) => fix.steps)
    .flatMap((step) => ('path' in step ? [step.path] : []));
  return [...each, ...clausesOf(check).flatMap(pathsIn), ...check.at, ...slots(check.message), ...steps];
}

function slots(message: string): string[] {
  const names = [...message.matchAll(/\{([a-zA-Z][\w.]*)\}/g)].map((match) => match[1]!);
  return names.filter((name) => !/^(option|preset|config)\./.test(name));
}
