import { link } from '../../../src/lint/link/index.ts';
import type { LinkedFact } from '../../../src/model/fact.ts';
import type { Value } from '../../../src/model/value.ts';
import type { Source, Workspace } from '../../../src/sources/source.ts';

/** What some files say, linked; the files are those of a folder tree, by path. */
export async function effective(
  source: Source,
  files: Record<string, string>,
  tfvars: string[] = [],
): Promise<LinkedFact[]> {
  const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.');
  const workspace: Workspace = {
    text: (path) => files[path.replace(/^\.\//, '')],
    list: (folder) =>
      Object.keys(files)
        .filter((path) => folderOf(path) === folder.replace(/^\.\//, ''))
        .map((path) => path.slice(path.lastIndexOf('/') + 1)),
    options: { endpoints: {}, tfvars },
  };
  const reader = await source.load();
  const facts = [];
  for (const [path, text] of Object.entries(files)) {
    if (!source.takes(path)) continue;
    facts.push(...(await reader.read({ path, text }, workspace)).facts);
  }
  return link(facts, { buckets: {} });
}

/** A field as a reader would say it: its value, `unknown`, `absent`, or the values of its arms. */
export function said(fact: LinkedFact | undefined, path: string): unknown {
  const value = (fact?.fields as Record<string, Value | undefined> | undefined)?.[path];
  if (!value) return fact?.complete ? 'absent' : 'unknown';
  return plain(value);
}

function plain(value: Value): unknown {
  if (value.is === 'known') return value.value;
  if (value.is === 'list') return value.items.map(plain);
  return value.is === 'oneOf' ? value.arms.map((arm) => plain(arm.value)) : value.is;
}

export function named(facts: LinkedFact[], resource: string): LinkedFact {
  const found = facts.find(
    (fact) => fact.resource === resource && (fact.kind === 'bucket' || fact.kind === 'key'),
  );
  if (!found)
    throw new Error(
      `no ${resource} among ${facts.map((fact) => `${fact.kind} ${fact.resource}`).join(', ')}`,
    );
  return found;
}
