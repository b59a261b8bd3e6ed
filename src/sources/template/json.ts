import type { Place } from '../../model/place.ts';
import { known, mapArms, textOf, unknown, type Value } from '../../model/value.ts';
import type { Text } from './text.ts';

/** The JSON of a value, which stays at hand as what it was made of. */
export function encoded(value: Value, place: Place): Value {
  return mapArms(value, (plain): Value => {
    const written = { place };
    const text = json(plain);
    const made: Text = text === undefined ? unknown('a JSON text', written) : known(text, written);
    return { ...made, decoded: plain } as Text;
  });
}

/** The JSON text where all of it is known. */
function json(value: Value): string | undefined {
  if (value.is === 'known') return JSON.stringify(value.value);
  if (value.is === 'list' && !value.rest) return wrap('[', value.items.map(json), ']');
  if (value.is !== 'record' || value.rest) return undefined;
  const rows = value.entries.map((entry) => {
    const [name, inner] = [textOf(entry.name), json(entry.value)];
    return name === undefined || inner === undefined ? undefined : `${JSON.stringify(name)}:${inner}`;
  });
  return wrap('{', rows, '}');
}

function wrap(open: string, parts: (string | undefined)[], close: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(',')}${close}`;
}
