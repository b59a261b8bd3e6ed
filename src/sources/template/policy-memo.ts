import type { Place } from '../../model/place.ts';
import type { Value, Written } from '../../model/value.ts';

type Fields = Record<string, Value>;

/**
 * Templates repeat the same policy for one bucket after the other. What was decided once holds for every policy of the
 * same words, with the names and places of its own.
 */
export function remembered(
  policy: Value,
  name: string | undefined,
  context: string,
  decide: () => Fields,
): Fields {
  const places: (Place | undefined)[] = [];
  const key = `${context}\0${shapeOf(policy, name, places)}`;
  const before = memory.get(key);
  const moved = before && movedTo(before, places, name);
  if (moved) return moved;
  const fields = decide();
  if (memory.size >= most) memory.clear();
  memory.set(key, { fields, places, name });
  return fields;
}

interface Memory {
  fields: Fields;
  places: (Place | undefined)[];
  name: string | undefined;
}

const most = 500;
const memory = new Map<string, Memory>();

/** The words of a policy, without those of its bucket; notes the places in order. */
function shapeOf(value: Value, name: string | undefined, places: (Place | undefined)[]): string {
  places.push(value.place, value.name, value.entry);
  const inner = (each: Value) => shapeOf(each, name, places);
  const plain = (text: string) => JSON.stringify(name === undefined ? text : text.replaceAll(name, '\x01'));
  switch (value.is) {
    case 'known':
      return typeof value.value === 'string' ? plain(value.value) : String(value.value);
    case 'unknown':
      return `?${plain(value.reason)}${plain(value.origin ?? '')}`;
    case 'absent':
      return '-';
    case 'list':
      return `[${value.items.map(inner).join()}${value.rest ? `…${inner(value.rest)}` : ''}]`;
    case 'record':
      return `{${value.entries.map((entry) => `${inner(entry.name)}:${inner(entry.value)}`).join()}${value.rest ? `…${inner(value.rest)}` : ''}}`;
    case 'oneOf':
      return `(${plain(value.choice)}${value.arms.map((arm) => `|${plain(arm.when)}=${inner(arm.value)}`).join('')})`;
  }
}

/** The fields at other places and under another name; undefined where a place has no counterpart. */
function movedTo(
  { fields, places, name: from }: Memory,
  to: (Place | undefined)[],
  name: string | undefined,
): Fields | undefined {
  const counterparts = new Map(places.map((place, at) => [keyOf(place), to[at]]));
  let isLost = false;
  const placed = (place: Place | undefined) => {
    const found = counterparts.get(keyOf(place));
    if (place && !found) isLost = true;
    return found;
  };
  const text = (words: string) =>
    from !== undefined && name !== undefined ? words.replaceAll(from, name) : words;
  const move = (value: Value): Value => {
    const written: Written = {};
    if (value.place) written.place = placed(value.place);
    if (value.name) written.name = placed(value.name);
    if (value.entry) written.entry = placed(value.entry);
    return { ...inside(value, move, text), ...written } as Value;
  };
  const moved = Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, move(value)]));
  return isLost ? undefined : moved;
}

function inside(value: Value, move: (value: Value) => Value, text: (words: string) => string): Value {
  switch (value.is) {
    case 'known':
      return typeof value.value === 'string' ? { ...value, value: text(value.value) } : value;
    case 'unknown':
      return { ...value, reason: text(value.reason), ...(value.origin && { origin: text(value.origin) }) };
    case 'list':
      return { ...value, items: value.items.map(move) };
    case 'record':
      return {
        ...value,
        entries: value.entries.map((entry) => ({ name: move(entry.name), value: move(entry.value) })),
      };
    case 'oneOf':
      return {
        ...value,
        choice: text(value.choice),
        arms: value.arms.map((arm) => ({ when: text(arm.when), value: move(arm.value) })),
      };
    default:
      return value;
  }
}

function keyOf(place: Place | undefined): string {
  return place ? `${place.file}:${place.start}-${place.end}` : '';
}
