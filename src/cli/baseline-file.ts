import { readFileSync } from 'node:fs';
import type { Baseline, BaselineFile } from '../lint/baseline.ts';
import { fileName } from '../lint/find/find.ts';
import { UsageError } from './usage-error.ts';

export const standardBaseline = '.sselint-baseline.json';

export function readBaseline(path: string, cwd: string): Baseline {
  const file = fileName(path, cwd);
  const { findings } = parse(path, file);
  return { file, known: new Set(findings.map((each) => each.fingerprint)) };
}

export function parse(path: string, file: string): BaselineFile {
  const expected = `expected a baseline (sselint baseline create writes one) in ${file}`;
  let parsed: Partial<BaselineFile> | null;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${expected}: ${(error as Error).message}`);
  }
  if (parsed?.version !== 1 || !Array.isArray(parsed.findings)) throw new UsageError(expected);
  return parsed as BaselineFile;
}
