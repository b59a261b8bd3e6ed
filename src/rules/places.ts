import type { Place } from '../model/place.ts';
import type { Value } from '../model/value.ts';
import { type Found, find, type Scope } from './scope.ts';

/** Where the first of the paths that has a place stands; else the fact's own. */
export function placeOf(paths: string[], scope: Scope): Place {
  for (const path of paths) {
    if (path.startsWith('entry') && !scope.entry) continue;
    const place = find(scope, path).map(firstPlace).find(Boolean);
    if (place) return place;
  }
  return scope.fact.place;
}

function firstPlace(found: Found): Place | undefined {
  if ('value' in found) return written(found.value);
  if ('facts' in found) return Array.isArray(found.facts) ? found.facts[0]?.place : undefined;
  return earliest(found.group.map(given)) ?? earliest(found.group.map((leaf) => leaf.place));
}

/** The words of the value; of one that cannot be known, where it is given: it may come from far away. */
function written(value: Value): Place | undefined {
  const words = value.is === 'unknown' ? (given(value) ?? value.place) : (value.place ?? given(value));
  return words ?? parts(value).map(written).find(Boolean);
}

/** Where something is given, whatever it is: what a group's members have in common. */
function given(value: Value): Place | undefined {
  return value.name ?? value.entry;
}

function earliest(places: (Place | undefined)[]): Place | undefined {
  return places.filter((place) => place !== undefined).toSorted((a, b) => a.start - b.start)[0];
}

function parts(value: Value): Value[] {
  if (value.is === 'record') return value.entries.map((entry) => entry.name);
  return value.is === 'list' ? value.items : [];
}
