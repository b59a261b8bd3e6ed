import type { Snapshot } from '../sources/snapshot/snapshot.ts';

/** One part that differs between two snapshots. */
export interface Difference {
  /** `bucket NAME encryption`, `key ID rotation`. */
  what: string;
  before: unknown;
  after: unknown;
}

type Row = Record<string, unknown>;

/** What changed from one snapshot to the next, part by part. */
export function compare(before: Snapshot, after: Snapshot): Difference[] {
  return [
    ...rows('bucket', index(before.buckets, 'name'), index(after.buckets, 'name')),
    ...rows('key', index(before.keys, 'id'), index(after.keys, 'id')),
  ];
}

function index(all: Row[], name: string): Map<string, Row> {
  return new Map(all.map((row) => [String(row[name]), row]));
}

function rows(kind: string, before: Map<string, Row>, after: Map<string, Row>): Difference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const old = before.get(name);
    const now = after.get(name);
    if (!old || !now)
      return [
        { what: `${kind} ${name}`, before: old ? 'there' : 'not there', after: now ? 'there' : 'not there' },
      ];
    return partsOf(kind, name, old, now);
  });
}

function partsOf(kind: string, name: string, old: Row, now: Row): Difference[] {
  const lost = new Set([...missingIn(old), ...missingIn(now)]);
  const parts = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (part) => part !== 'missing' && !lost.has(part),
  );
  return parts
    .filter((part) => JSON.stringify(old[part] ?? null) !== JSON.stringify(now[part] ?? null))
    .map((part) => ({
      what: `${kind} ${name} ${part}`,
      before: old[part] ?? null,
      after: now[part] ?? null,
    }));
}

/** What could not be read on either side is no difference. */
function missingIn(row: Row): string[] {
  return ((row.missing as { part: string }[] | undefined) ?? []).map(({ part }) => part);
}
