import type { LinkedFact } from '../model/fact.ts';
import type { Value } from '../model/value.ts';
import { type Found, isFact, type Scope } from './scope.ts';
import type { World } from './world.ts';

/** The text of a file that facts were read from. */
export type Texts = (file: string) => string | undefined;

/** What fixes are planned from. `hangsOnArms`: the finding hangs on choices, so what is absent has no place of its own. */
export interface Plan {
  scope: Scope;
  world: World;
  texts: Texts;
  hangsOnArms: boolean;
}

/** The fact that a path belongs to, and the path inside it. */
export function ownerOf(path: string, scope: Scope): { fact: LinkedFact; path: string } | undefined {
  const { fact, entry } = scope;
  if (path === 'entry' || path.startsWith('entry.')) {
    const rest = path.slice('entry'.length);
    if (!entry) return undefined;
    return isFact(entry.of)
      ? { fact: entry.of, path: rest.slice(1) }
      : { fact, path: `${entry.path}${rest}` };
  }
  const dot = path.indexOf('.');
  const ends = dot > 0 && !(path in fact.fields) ? fact.links[path.slice(0, dot)] : undefined;
  if (!ends) return { fact, path };
  const [only, ...others] = Array.isArray(ends) ? ends : [];
  return only && !others.length ? { fact: only, path: path.slice(dot + 1) } : undefined;
}

/** The value of a path that leads to one place. */
export function onlyValue(found: Found[]): Value | undefined {
  const [first, ...others] = found;
  return first && !others.length && 'value' in first ? first.value : undefined;
}
