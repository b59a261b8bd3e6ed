import type { Finding } from '../model/finding.ts';
import { type ApiCall, callsFor } from './calls.ts';
import { Clients, type Connection, endpointWithoutSecrets } from './connection.ts';
import { readDocument } from './read-document.ts';
import { isSame, type Step, saveUndo } from './undo.ts';

/** A change of one document, with the findings that it mends and the calls that make it. */
export interface Plan extends Step {
  titles: string[];
  calls: ApiCall[];
}

/** The fixes of findings, one plan a document; later fixes build on earlier ones only in the next run. */
export function plansOf(
  findings: Finding[],
  text: (document: string) => string | undefined,
  unsafe: boolean,
): Plan[] {
  const plans = new Map<string, Plan>();
  for (const finding of findings) {
    const fix = finding.fixes.find((each) => each.safe || unsafe);
    const [edit] = fix?.edits ?? [];
    if (!fix || !edit || fix.edits.length !== 1 || plans.has(edit.place.file)) continue;
    const document = edit.place.file;
    const before = parsed(text(document));
    const after = parsed(edit.text);
    plans.set(document, {
      document,
      before,
      after,
      titles: [`${finding.rule}: ${fix.title}`],
      calls: callsFor(document, before, after),
    });
  }
  return [...plans.values()].filter((plan) => plan.calls.length > 0);
}

function parsed(text: string | undefined): Record<string, unknown> | null {
  return text === undefined || text.trim() === '' ? null : (JSON.parse(text) as Record<string, unknown>);
}

export interface Applied {
  plan: Plan;
  outcome: 'verified' | 'different' | 'changedMeanwhile' | 'failed';
  message?: string;
}

/**
 * Makes the changes one by one, each re-read and compared. The undo file is on the disk before the first; a
 * document that has changed since it was looked at is left alone.
 */
export async function apply(
  plans: Plan[],
  undoPath: string,
  connection: Connection,
  onApplied: (applied: Applied) => void,
): Promise<void> {
  const clients = new Clients(connection);
  const steps = plans.map(({ document, before, after }) => ({ document, before, after }));
  saveUndo(undoPath, {
    sselintUndo: 1,
    takenAt: new Date().toISOString(),
    endpoint: endpointWithoutSecrets(connection),
    steps,
  });
  try {
    for (const plan of plans) onApplied(await applyOne(plan, clients));
  } finally {
    await clients.destroy();
  }
}

async function applyOne(plan: Plan, clients: Clients): Promise<Applied> {
  try {
    const now = await readDocument(plan.document, clients);
    if (!isSame(now, plan.before)) return { plan, outcome: 'changedMeanwhile' };
    for (const call of plan.calls) await call.send(clients);
    const after = await readDocument(plan.document, clients);
    return { plan, outcome: isMade(plan, after) ? 'verified' : 'different' };
  } catch (error) {
    const { name, message } = error as Error;
    return { plan, outcome: 'failed', message: `${name}: ${message}`.split('\n', 1)[0] };
  }
}

/** What was written stands there; what the service adds of its own does not count. */
function isMade(plan: Plan, after: Record<string, unknown> | null): boolean {
  return holds(plan.after, after) || callsFor(plan.document, after, plan.after).length === 0;
}

function holds(wanted: unknown, found: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === found;
  if (typeof found !== 'object' || found === null) return false;
  return Object.entries(wanted).every(
    ([name, value]) => name === 'rotateOnDemand' || holds(value, (found as Record<string, unknown>)[name]),
  );
}
