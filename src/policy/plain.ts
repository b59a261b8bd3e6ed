import { known, list, type RecordEntry, record, type Scalar, type Value } from '../model/value.ts';

/** Plain JSON as a value without places. */
export function plainValue(json: unknown): Value {
  if (Array.isArray(json)) return list(json.map(plainValue));
  if (typeof json !== 'object' || json === null) return known(json as Scalar);
  const entries: RecordEntry[] = [];
  for (const [name, value] of Object.entries(json))
    entries.push({ name: known(name), value: plainValue(value) });
  return record(entries);
}
