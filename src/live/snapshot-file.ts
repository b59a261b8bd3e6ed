import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { type Snapshot, SnapshotSchema } from '../sources/snapshot/snapshot.ts';

/** The file is no snapshot; the message says what was expected. */
export class NoSnapshot extends Error {}

export function saveSnapshot(path: string, snapshot: Snapshot): void {
  writeFileSync(path, `${JSON.stringify(snapshot, null, 2)}\n`, { mode: 0o600 });
}

export function loadSnapshot(path: string): Snapshot {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new NoSnapshot(`${path}: expected a snapshot of audit --save: ${(error as Error).message}`);
  }
  const validate = new Ajv({ strict: false }).compile<Snapshot>(SnapshotSchema);
  if (validate(parsed)) return parsed;
  const [first] = validate.errors ?? [];
  throw new NoSnapshot(
    `${path}: expected a snapshot of audit --save: ${first?.instancePath} ${first?.message}`,
  );
}
