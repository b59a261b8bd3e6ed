import { type Change, type NewValue, wireValues } from '../../model/change.ts';
import { type Fact, field } from '../../model/fact.ts';
import type { Edit } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { entryOf, type Scalar, type Value } from '../../model/value.ts';

/** How one format of plain words (command lines, headers, settings) writes what it writes. */
export interface Manner {
  /** A value where `place` is now. */
  literal(value: Scalar | Scalar[], place: Place, text: string): string | undefined;
  /** What goes along with an entry that is dropped. */
  removal(entry: Place, text: string): Place;
  /** Fields that are not there yet; undefined where there is nothing to go by. */
  insertion(added: Added[], fact: Fact, text: string): Edit | undefined;
  /** This format's word for one of the wire. */
  algorithm?(wire: string, fact: Fact): string | undefined;
}

export interface Added {
  path: string;
  text: string;
}

/** Writes changes by the places of what is there. Undefined where one of them cannot be said. */
export function writeWords(changes: Change[], fact: Fact, text: string, manner: Manner): Edit[] | undefined {
  const edits: Edit[] = [];
  const added: Added[] = [];
  for (const change of changes) {
    if (change.verb === 'set' && !isThere(fact, algorithmPath(change.path))) {
      const row = addition(change.path, change.value, fact, manner);
      if (!row) return undefined;
      added.push(row);
      continue;
    }
    const made = editsFor(change, fact, text, manner);
    if (!made) return undefined;
    edits.push(...made);
  }
  if (!added.length) return edits;
  const insertion = manner.insertion(added, fact, text);
  return insertion && [...edits, insertion];
}

function editsFor(change: Change, fact: Fact, text: string, manner: Manner): Edit[] | undefined {
  if (change.verb === 'set') return replace(change.path, change.value, fact, text, manner);
  if (change.verb === 'drop') return drop(change.path, fact, text, manner);
  if (change.verb === 'rename') {
    const { name } = valueAt(fact, change.path);
    return name && [{ place: name, text: change.to }];
  }
  return undefined;
}

function replace(path: string, to: NewValue, fact: Fact, text: string, manner: Manner): Edit[] | undefined {
  const { place, name } = valueAt(fact, algorithmPath(path));
  if (!place) return undefined;
  if (path === 'transport.scheme') return secure(place, name, text);
  if (name && place.start === name.start && path !== 'badValue') return undefined;
  const words = inFormat(path, to, fact, manner);
  const written =
    words && ('expression' in words ? words.expression : manner.literal(words.literal, place, text));
  if (written === undefined) return undefined;
  return [{ place, text: written, ...(words?.secret && { secret: true as const }) }];
}

function addition(path: string, value: NewValue, fact: Fact, manner: Manner): Added | undefined {
  const words = inFormat(path, value, fact, manner);
  if (!words || words.secret) return undefined;
  const text = 'expression' in words ? words.expression : String(words.literal);
  return { path: algorithmPath(path), text };
}

/** Modes and wire values in the words of the format. */
function inFormat(path: string, value: NewValue, fact: Fact, manner: Manner): NewValue | undefined {
  if (!('literal' in value)) return value;
  const wire = path.endsWith('encryption.mode') ? wireValues[String(value.literal)] : undefined;
  const isAlgorithm = path.endsWith('encryption.algorithm') || wire !== undefined || path === 'badValue';
  if (!isAlgorithm) return value;
  const word = wire ?? String(value.literal);
  const own = manner.algorithm ? manner.algorithm(word, fact) : word;
  return own === undefined ? undefined : { ...value, literal: own };
}

/** Only the scheme's letters change; a switch that turns TLS off is turned. */
function secure(place: Place, name: Place | undefined, text: string): Edit[] | undefined {
  const words = text.slice(place.start, place.end);
  if (/^https?$/i.test(words)) return [{ place, text: 'https' }];
  const turned: Record<string, string> = { false: 'true', False: 'True', FALSE: 'TRUE', no: 'yes' };
  const other = turned[words];
  return other === undefined || place.start === name?.start ? undefined : [{ place, text: other }];
}

function drop(path: string, fact: Fact, text: string, manner: Manner): Edit[] | undefined {
  const leaves = leavesBelow(fact, path).filter((value) => value.is !== 'absent');
  if (leaves.some((value) => !value.entry)) return undefined;
  const entries = new Map(leaves.map(({ entry }) => [entry!.start, entry!]));
  return [...entries.values()].map((entry) => ({ place: manner.removal(entry, text), text: '' }));
}

/** A leaf, or the written leaves of a group. */
function leavesBelow(fact: Fact, path: string): Value[] {
  const fields = Object.entries(fact.fields as Record<string, Value>);
  const inside = fields
    .filter(([name, value]) => name.startsWith(`${path}.`) && value.entry)
    .map(([, value]) => value);
  return inside.length ? inside : [valueAt(fact, path)];
}

/** What a path leads to, through lists and maps too: `ignored.0`. */
function valueAt(fact: Fact, path: string): Value {
  const fields = fact.fields as Record<string, Value | undefined>;
  const leaf = Object.keys(fields).find((name) => path.startsWith(`${name}.`) && !fields[path]);
  if (!leaf) return field(fact, path);
  return path
    .slice(leaf.length + 1)
    .split('.')
    .reduce((value, step): Value => {
      if (value.is === 'list') return value.items[Number(step)] ?? { is: 'absent' };
      return value.is === 'record' ? entryOf(value, step) : { is: 'absent' };
    }, fields[leaf]!);
}

function isThere(fact: Fact, path: string): boolean {
  const value = valueAt(fact, path);
  return value.is !== 'absent' && (value.place ?? value.entry) !== undefined;
}

/** Setting a mode is setting the algorithm that is sent. */
function algorithmPath(path: string): string {
  return path.replace(/encryption\.mode$/, 'encryption.algorithm');
}
