import { createInterface } from 'node:readline/promises';
import { createTwoFilesPatch } from 'diff';
import type { Connection } from '../live/connection.ts';
import { type Applied, apply, type Plan, plansOf } from '../live/mend.ts';
import type { LintResult } from '../model/result.ts';
import type { AuditFlags } from './audit.ts';
import { UsageError } from './usage-error.ts';

/** Shows every change, asks, and makes those that are wanted. Exit code 0 where all is verified, 2 otherwise. */
export async function mendLive(
  result: LintResult,
  flags: AuditFlags,
  connection: Connection,
): Promise<number> {
  if (flags.from) throw new UsageError('--fix: expected a live account; --from is a file');
  const plans = plansOf(result.findings, (name) => result.texts.text(name), flags.unsafeFixes === true);
  if (plans.length === 0) {
    process.stdout.write('nothing to mend\n');
    return 0;
  }
  const wanted: Plan[] = [];
  for (const plan of plans) {
    process.stdout.write(shown(plan));
    if (flags.yes || (await asked(`Change ${plan.document}?`))) wanted.push(plan);
  }
  if (wanted.length === 0) return 0;
  const undoPath = flags.undoFile ?? `sselint-undo-${new Date().toISOString().replace(/[:.]/g, '-')}.json`;
  const all: Applied[] = [];
  await apply(wanted, undoPath, connection, (applied) => {
    all.push(applied);
    process.stdout.write(
      `${words[applied.outcome]} ${applied.plan.document}${applied.message ? `: ${applied.message}` : ''}\n`,
    );
  });
  process.stdout.write(`To put it back: sselint undo ${undoPath}\n`);
  return all.every(({ outcome }) => outcome === 'verified') ? 0 : 2;
}

const words: Record<Applied['outcome'], string> = {
  verified: 'changed, and read again:',
  different: 'changed, but it reads differently:',
  changedMeanwhile: 'left alone, since it has changed meanwhile:',
  failed: 'failed:',
};

function shown({ document, before, after, titles, calls }: Plan): string {
  const text = (json: unknown) => (json === null ? '' : `${JSON.stringify(json, null, 2)}\n`);
  const patch = createTwoFilesPatch(`${document} (now)`, `${document} (then)`, text(before), text(after));
  const names = calls.map((call) => call.name).join(', then ');
  return `\n${titles.join('\n')}\n${names}\n${patch.split('\n').slice(1).join('\n')}\n`;
}

async function asked(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError('--fix: expected a terminal to ask on; give --yes to make the changes unasked');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(`${question} [y/N] `);
  lines.close();
  return /^y(es)?$/i.test(answer.trim());
}
