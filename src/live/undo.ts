import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { callsFor } from './calls.ts';
import { Clients, type Connection } from './connection.ts';
import { readDocument } from './read-document.ts';

/** One document that is changed: what it said before, and what it is to say. Null: it was not there. */
export interface Step {
  document: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** All that is needed to put a configuration back, written before the first change. It holds no secrets. */
export interface UndoFile {
  sselintUndo: 1;
  takenAt: string;
  endpoint: string | null;
  steps: Step[];
}

/** Written and flushed to the disk before it returns, so that no kill can come between it and the first change. */
export function saveUndo(path: string, undo: UndoFile): void {
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, `${JSON.stringify(undo, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
}

/** The file is no undo file; the message says what was expected. */
export class NoUndo extends Error {}

export function loadUndo(path: string): UndoFile {
  try {
    const parsed = JSON.parse(readFileSync(path, 'utf8')) as UndoFile;
    if (parsed.sselintUndo === 1 && Array.isArray(parsed.steps)) return parsed;
    throw new Error('it is another JSON file');
  } catch (error) {
    throw new NoUndo(`${path}: expected an undo file of audit --fix: ${(error as Error).message}`);
  }
}

export interface Undone {
  document: string;
  /** `same`: it says already what it said before, or what remains (a cancelled deletion) is not taken back. */
  outcome: 'restored' | 'same' | 'failed';
  message?: string;
}

/**
 * Puts back every document that differs from what it said before, the last change first, also where another fails.
 * Running it twice is harmless.
 */
export async function undo(
  file: UndoFile,
  connection: Connection,
  onStep: (step: Undone) => void,
): Promise<void> {
  const clients = new Clients({
    ...connection,
    endpointUrl: connection.endpointUrl ?? file.endpoint ?? undefined,
  });
  try {
    for (const step of [...file.steps].reverse()) onStep(await putBack(step, clients));
  } finally {
    await clients.destroy();
  }
}

async function putBack({ document, before }: Step, clients: Clients): Promise<Undone> {
  try {
    const now = await readDocument(document, clients);
    const calls = isSame(now, before) ? [] : callsFor(document, now, before);
    for (const call of calls) await call.send(clients);
    return { document, outcome: calls.length ? 'restored' : 'same' };
  } catch (error) {
    const { name, message } = error as Error;
    return { document, outcome: 'failed', message: `${name}: ${message}`.split('\n', 1)[0] };
  }
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
