import type { Config } from '../lint/config/config.ts';
import { verdictOf } from '../lint/verdict.ts';
import type { LintResult } from '../model/result.ts';
import type { Rule } from '../rules/rule.ts';
import { snapshotFacts } from '../sources/snapshot/facts.ts';
import { snapshot as source } from '../sources/snapshot/index.ts';
import type { Snapshot } from '../sources/snapshot/snapshot.ts';
import { writeIn } from '../sources/snapshot/write.ts';
import type { Source } from '../sources/source.ts';

/** Judges what was read of an account by the same rules as code and templates. */
export async function audit(
  snapshot: Snapshot,
  config: Config,
  rules: Rule[],
  cwd: string,
): Promise<LintResult> {
  const started = performance.now();
  const { facts, faults, documents } = snapshotFacts(snapshot);
  const verdict = await verdictOf(facts, faults, {
    ...{ cwd, config, rules, sources: [sourceOf(documents)] },
    text: (file) => documents.get(file),
    isReported: () => true,
  });
  const stats = {
    files: documents.size,
    skipped: 0,
    facts: facts.length,
    unknown: verdict.undecided.length,
    ms: Math.round(performance.now() - started),
  };
  return { ...verdict, faults, stats };
}

/** Fixes of what is live are edits of its rendered documents. */
function sourceOf(documents: Map<string, string>): Source {
  return {
    ...source,
    load: async () => ({ ...(await source.load()), write: writeIn((name) => documents.get(name)) }),
  };
}
