import type { Program } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { block } from './statements.ts';
import { Translation, type Ts, type TypeScript } from './translation.ts';

export const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** Loads the parser: syntax only, never a type checker. */
export async function loadTypeScript(): Promise<Ts> {
  const { ts } = await import('ts-morph');
  return ts;
}

/** TypeScript or JavaScript in the common form. What cannot be parsed is a hole; the rest is read. */
export function parse(ts: Ts, file: string, text: string, isLocal: (specifier: string) => boolean): Program {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(ts, file));
  const t = new Translation(ts, file, source, isLocal);
  return {
    file,
    text,
    language: 'typescript',
    body: block(source.statements, t),
    holes: holesOf(source, file),
  };
}

function kindOf(ts: Ts, file: string): TypeScript.ScriptKind {
  if (/\.[cm]?ts$/.test(file)) return ts.ScriptKind.TS;
  return file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
}

function holesOf(source: TypeScript.SourceFile, file: string): Place[] {
  const { parseDiagnostics } = source as unknown as {
    parseDiagnostics?: { start: number; length: number }[];
  };
  return (parseDiagnostics ?? []).map(({ start, length }) => ({ file, start, end: start + length }));
}
