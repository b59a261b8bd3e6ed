import { ts } from 'ts-morph';
import type { Program, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { exportedNames } from './exports.ts';
import { Translation, wholeExport } from './translation.ts';

/**
 * Puts a file of TypeScript or JavaScript into the common form, by its syntax alone. Never fails on the text:
 * where there is a syntax error is a hole, and everything else is read all the same.
 */
export function parse(file: string, text: string): Program {
  const program: Program = { file, text, language: languageOf(file), body: [], holes: [] };
  try {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, scriptKind(file));
    return { ...program, body: bodyOf(file, source), holes: holesOf(file, source) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...program, holes: [{ file, start: 0, end: text.length }] };
  }
}

function languageOf(file: string): string {
  return /\.[cm]?tsx?$/i.test(file) ? 'typescript' : 'javascript';
}

function scriptKind(file: string): ts.ScriptKind {
  if (/\.[cm]?ts$/i.test(file)) return ts.ScriptKind.TS;
  return /\.tsx$/i.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
}

function bodyOf(file: string, source: ts.SourceFile): Statement[] {
  const x = new Translation(file, source);
  for (const name of exportedNames(source)) x.exported.add(name);
  for (const each of source.statements)
    if (ts.isClassDeclaration(each) && each.name) x.types.add(each.name.text);
  const body = x.body(source.statements);
  if (!x.usesModuleExports) return body;
  const place: Place = { file, start: 0, end: 0 };
  const value = { form: 'record' as const, entries: [], place };
  return [{ form: 'bind', name: wholeExport, value, exported: true, place }, ...body];
}

/** The parser's own list of errors; it is not among the public properties of a source file. */
function holesOf(file: string, source: ts.SourceFile): Place[] {
  const { parseDiagnostics } = source as unknown as {
    parseDiagnostics?: { start: number; length: number }[];
  };
  return (parseDiagnostics ?? []).map(({ start, length }) => ({ file, start, end: start + length }));
}
