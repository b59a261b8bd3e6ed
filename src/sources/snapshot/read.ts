import { Ajv } from 'ajv';
import type { Reading, SourceFile } from '../source.ts';
import { snapshotFacts } from './facts.ts';
import { type Snapshot, SnapshotSchema } from './snapshot.ts';

const validate = new Ajv({ strict: false }).compile<Snapshot>(SnapshotSchema);

/** A saved snapshot, linted without a network. */
export async function read({ path, text }: SourceFile): Promise<Reading> {
  if (!/"sselintSnapshot"\s*:/.test(text.slice(0, 2000))) return { facts: [], faults: [] };
  const parsed = parse(text);
  if (!validate(parsed)) {
    const [first] = validate.errors ?? [];
    const message = `not a snapshot of sselint: ${first?.instancePath ?? ''} ${first?.message ?? ''}. Save it again with audit --save`;
    return { facts: [], faults: [{ kind: 'unreadable', file: path, message }] };
  }
  return snapshotFacts(parsed);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said by the schema, as any other text that is no snapshot
  }
}
