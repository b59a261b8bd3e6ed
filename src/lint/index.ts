import type { AnyFact } from '../model/fact.ts';
import type { Fault } from '../model/finding.ts';
import type { LintResult } from '../model/result.ts';
import { Session, type SessionOptions } from './session.ts';

export interface LintOptions extends SessionOptions {
  paths: string[];
  /** A text that is on no disk, under the name that it would have. */
  stdin?: { file: string; text: string };
  /** Narrows what is reported. */
  isReported?(file: string): boolean;
}

/** Reads some paths and judges what they say. */
export async function lint(options: LintOptions): Promise<LintResult> {
  const session = await sessionOf(options);
  return session.result(options.isReported);
}

/** What sselint understands of some paths. */
export async function facts(
  options: LintOptions,
): Promise<{ facts: AnyFact[]; faults: Fault[]; session: Session }> {
  const session = await sessionOf(options);
  return {
    facts: session.facts.filter((fact) => fact.kind !== 'suppression'),
    faults: session.faults,
    session,
  };
}

async function sessionOf(options: LintOptions): Promise<Session> {
  const session = new Session(options);
  if (options.stdin) await session.update(options.stdin.file, options.stdin.text);
  else await session.add(options.paths);
  return session;
}
