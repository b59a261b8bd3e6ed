import type { LinkedFact } from '../model/fact.ts';
import type { Fault } from '../model/finding.ts';
import type { LintResult, Texts } from '../model/result.ts';
import { link } from './link/index.ts';
import { Secrets } from './secrets.ts';
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

export interface FactsResult {
  facts: LinkedFact[];
  faults: Fault[];
  texts: Texts;
}

/** What sselint understands of some paths, joined, before any rule. */
export async function facts(options: LintOptions): Promise<FactsResult> {
  const session = await sessionOf(options);
  const secrets = new Secrets(session.facts);
  const texts = {
    text: (file: string) => session.files.text(file),
    secrets: (file: string) => secrets.in(file),
    mask: (text: string) => secrets.mask(text),
  };
  const linked = link(
    session.facts.filter((fact) => fact.kind !== 'suppression'),
    { buckets: options.config.buckets },
  );
  return {
    facts: linked.filter(({ place: { file } }) => session.isNamed(file) || file.includes('://')),
    faults: session.faults,
    texts,
  };
}

/** A session that has read the paths of the options. */
export async function sessionOf(options: LintOptions): Promise<Session> {
  const session = new Session(options);
  if (options.stdin) await session.update(options.stdin.file, options.stdin.text);
  else await session.add(options.paths);
  return session;
}
