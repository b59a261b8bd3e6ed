import { type Node, parseTree } from 'jsonc-parser';
import type { Place } from '../../model/place.ts';
import {
  absent,
  known,
  list,
  mapArms,
  type RecordEntry,
  record,
  unknown,
  type Value,
} from '../../model/value.ts';
import { fromText, nullIsAbsent, placeWithin, type Text, textForm } from './text.ts';

type Words = (place: Place) => string;

/** A policy as data, with places: from what it is the JSON of, or from its text. */
export function decodedPolicy(value: Value, words: Words): Value {
  return mapArms(nullIsAbsent(value), (plain) => {
    if (plain.is !== 'known' && plain.is !== 'unknown') return plain;
    const text = plain as Text;
    if (text.decoded) return { ...text.decoded, name: plain.name, entry: plain.entry };
    const form = textForm(plain);
    if (form === undefined || form.trim() === '') return plain.is === 'known' ? absent : plain;
    if (plain.is === 'unknown' && !form.includes('{')) return plain;
    return { ...parsed(text, form, words), place: plain.place, name: plain.name, entry: plain.entry };
  });
}

/** What is interpolated outside of quotes stands for a value that cannot be known. */
function parsed(value: Text, form: string, words: Words): Value {
  const holes = new Set<number>();
  const closed = form.replaceAll(
    /"(?:[^"\\]|\\.)*"|⟨([^⟨⟩]*)⟩/gs,
    (found, name: string | undefined, at: number) => {
      if (name === undefined) return found;
      holes.add(at);
      return `"${name.replaceAll(/["\\]/g, '_')}"`;
    },
  );
  const errors: unknown[] = [];
  const root = parseTree(closed, errors as never, { allowTrailingComma: true });
  if (!root || errors.length > 0) return unknown('a JSON text that cannot be read', { place: value.place });
  const at = (node: Node) => placeWithin(value, node.offset, node.offset + node.length, words);
  const read = (node: Node): Value => {
    const place = at(node);
    if (holes.has(node.offset))
      return unknown(`\`${node.value}\` is not known here`, { place, origin: String(node.value) });
    if (node.type === 'array') return list((node.children ?? []).map(read), { place });
    if (node.type === 'object')
      return record(
        (node.children ?? []).flatMap((each) => entry(each, read, at)),
        { place },
      );
    return typeof node.value === 'string'
      ? fromText(node.value, { place })
      : known(node.value ?? null, { place });
  };
  return read(root);
}

function entry(
  node: Node,
  read: (node: Node) => Value,
  at: (node: Node) => Place | undefined,
): RecordEntry[] {
  const [name, value] = node.children ?? [];
  if (!name || !value) return [];
  const key = read(name);
  return [{ name: key, value: { ...read(value), name: key.place, entry: at(node) } }];
}
