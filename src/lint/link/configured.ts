import type { LinkedFact } from '../../model/fact.ts';
import { known, list, type Value } from '../../model/value.ts';
import type { LinkOptions } from './index.ts';

/** A bucket as the configuration's `buckets` tells of it: nested fields in the words of a bucket fact. */
export function fromConfiguration(name: string, { buckets }: LinkOptions): LinkedFact[] | undefined {
  const said = buckets[name];
  if (typeof said !== 'object' || said === null) return undefined;
  const place = { file: 'configuration', start: 0, end: 0 };
  const fields = { name: known(name), ...leaves(said as Record<string, unknown>) };
  return [
    {
      kind: 'bucket',
      resource: name,
      place,
      via: 'configuration',
      complete: false,
      fields,
      source: 'configuration',
      links: {},
    } as LinkedFact,
  ];
}

function leaves(said: Record<string, unknown>, prefix = ''): Record<string, Value> {
  const rows = Object.entries(said).flatMap(([name, value]): [string, Value][] => {
    const path = `${prefix}${name}`;
    if (Array.isArray(value)) return [[path, list(value.map((each) => known(each)))]];
    if (typeof value === 'object' && value !== null)
      return Object.entries(leaves(value as Record<string, unknown>, `${path}.`));
    return [[path, known(value as string)]];
  });
  return Object.fromEntries(rows);
}
