import { fix } from '../lint/fix.ts';
import { save } from '../lint/save.ts';
import type { Session } from '../lint/session.ts';
import type { LintResult } from '../model/result.ts';
import { diff } from '../report/diff.ts';
import { plural } from '../report/summary.ts';
import { terminalOf } from './terminal.ts';

export interface FixFlags {
  fix?: boolean;
  unsafeFixes?: boolean;
  diff?: boolean;
  stdin?: boolean;
  stdinFilename?: string;
  color?: boolean;
}

export function isFixing({ fix: safe, unsafeFixes, diff: dry }: FixFlags): boolean {
  return Boolean(safe || unsafeFixes || dry);
}

/** The name by which standard input is read as if it were a file. */
export function standardInputName({ stdinFilename = 'stdin' }: FixFlags): string {
  return stdinFilename;
}

/** Whether standard output is taken by a diff, or by the mended text of standard input. */
export function isOutputTaken(flags: FixFlags): boolean {
  return Boolean(flags.diff || (flags.stdin && isFixing(flags)));
}

/** Mends files, or shows how: `--fix`, `--unsafe-fixes`, `--diff`. Gives what is left. */
export async function mend(
  session: Session,
  flags: FixFlags,
  cwd: string,
  isReported?: (file: string) => boolean,
): Promise<LintResult> {
  const unsafe = flags.unsafeFixes === true;
  const first = flags.diff ? await session.result(isReported) : undefined;
  const { result, mended, changes, before } = await fix(session, { unsafe, isReported });
  if (first) {
    for (const change of changes) await session.update(change.file, change.before);
    process.stdout.write(diff(changes, before, result.texts, terminalOf(process.stdout, flags.color)));
    return first;
  }
  if (flags.stdin) {
    process.stdout.write(session.files.text(standardInputName(flags)) ?? '');
    return result;
  }
  const faults = changes.flatMap((change) => save(change, cwd) ?? []);
  if (mended)
    process.stderr.write(`${plural(mended, 'finding')} mended in ${plural(changes.length, 'file')}\n`);
  return { ...result, faults: [...result.faults, ...faults] };
}
