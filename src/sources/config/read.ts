import type { Reading, SourceFile, Workspace } from '../source.ts';
import { factsOf } from './facts.ts';
import { formatOf } from './formats.ts';
import { toldIn } from './match.ts';
import type { Setting } from './setting.ts';

type Read = (file: string, text: string) => Setting[];

/** Parsers load when a file of their format is read. */
const readers: Record<ReturnType<typeof formatOf> & string, () => Promise<Read>> = {
  lines: async () => (await import('./lines.ts')).inLines,
  xml: async () => (await import('./xml.ts')).inXml,
  json: async () => (await import('./tree.ts')).inJson,
  yaml: async () => (await import('./tree.ts')).inYaml,
  sql: async () => (await import('./sql.ts')).inSql,
};

export async function readConfig({ path, text }: SourceFile, workspace: Workspace): Promise<Reading> {
  const format = formatOf(path);
  if (!format) return { facts: [], faults: [] };
  const read = await readers[format]();
  const facts = toldIn(path, read(path, text)).flatMap((told) => factsOf(told, path, workspace));
  return { facts, faults: [] };
}
