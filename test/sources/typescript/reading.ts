import type { AnyFact } from '../../../src/model/fact.ts';
import type { Value } from '../../../src/model/value.ts';
import type { Workspace } from '../../../src/sources/source.ts';
import { typescript } from '../../../src/sources/typescript/index.ts';

/** A workspace that holds these files. */
export function workspaceOf(files: Record<string, string>): Workspace {
  return {
    text: (path) => files[path],
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder)
        .map((path) => path.slice(path.lastIndexOf('/') + 1)),
    options: { endpoints: {}, tfvars: [] },
  };
}

/** The facts of the first of some files, in the order of its text. */
export async function factsOf(files: Record<string, string>): Promise<AnyFact[]> {
  const [[path, text]] = Object.entries(files) as [[string, string]];
  const reader = await typescript.load();
  const { facts } = await reader.read({ path, text }, workspaceOf(files));
  return facts.sort((a, b) => a.place.start - b.place.start);
}

/** A value in few words: `SSE-S3`, `?` unknown, `-` absent, `a|b` one of several. */
export function brief(value: Value | undefined): string {
  if (!value || value.is === 'absent') return '-';
  if (value.is === 'unknown') return '?';
  if (value.is === 'known') return String(value.value);
  if (value.is === 'oneOf') {
    const arms = value.arms.flatMap((arm) => brief(arm.value).split('|'));
    return [...new Set(arms)].sort().join('|');
  }
  if (value.is === 'list') return `[${value.items.map(brief).join(' ')}${value.rest ? ' …' : ''}]`;
  const entries = value.entries.map((entry) => `${brief(entry.name)}:${brief(entry.value)}`);
  return `{${entries.join(' ')}${value.rest ? ' …' : ''}}`;
}

export function fieldsOf(fact: AnyFact): Record<string, Value> {
  return fact.fields as Record<string, Value>;
}

/** A request in few words: `PutObject SSE-KMS key1`, with what else is said of it. */
export function request(fact: AnyFact): string {
  const fields = fieldsOf(fact);
  const problem = brief(fields['customerKey.problem']).replace(/^[-?|]*$/, '');
  const flags = [
    fields.managed && 'managed',
    fields['presigned.signs'] && 'presigned',
    problem && `key:${problem}`,
  ];
  const words = [
    brief(fields.operation),
    brief(fields['encryption.mode']),
    brief(fields['encryption.keyId']),
  ];
  return [...words, ...flags.filter(Boolean)].join(' ');
}

export async function requestsOf(files: Record<string, string>): Promise<string[]> {
  return (await factsOf(files)).filter((fact) => fact.kind === 'request').map(request);
}
