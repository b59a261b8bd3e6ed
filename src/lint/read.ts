import { readFileSync } from 'node:fs';
import type { AnyFact } from '../model/fact.ts';
import type { Fault } from '../model/finding.ts';
import type { Reader, ReadOptions, Source } from '../sources/source.ts';
import { decode } from './document.ts';
import { type Files, Sight } from './files.ts';
import type { FoundFile } from './find/find.ts';
import { reasonOf } from './find/reason.ts';
import { mostBytes, tooDeep, tooLong } from './limits.ts';
import { residue } from './residue.ts';
import type { Screen, Screened } from './screen.ts';
import { commentFacts } from './suppress/comments.ts';

/** What one file says. */
export interface FileReading {
  file: string;
  facts: AnyFact[];
  faults: Fault[];
  /** Other files that were looked at on the way. */
  uses: string[];
  /** Names of the sources that read it. */
  sources: string[];
}

/** A file past the screen, before it is parsed. `text` is there where reading it was for free. */
export interface Candidate {
  file: string;
  sources: Source[];
  suppresses: boolean;
  bytes: number;
  text: string;
}

export type Screening = { candidate: Candidate } | { fault: Fault } | 'skipped' | 'clean';

/** Screens one file, and takes the text of what may hold something. */
export function screenFile(
  { file, named }: FoundFile,
  sources: Source[],
  files: Files,
  screen: Screen,
): Screening {
  const taking = sources.filter((source) => source.takes(file));
  const open = files.opened(file);
  try {
    const screened =
      open === undefined ? screen.file(files.absolute(file), taking) : screen.text(open, taking);
    if (!screened) return named && open === undefined ? checkNamed(file, files) : 'clean';
    return textOf(file, named, screened, files, screen);
  } catch (error) {
    return unreadable(file, reasonOf(error));
  }
}

function textOf(file: string, named: boolean, screened: Screened, files: Files, screen: Screen): Screening {
  const most = mostBytes(file, screened.head);
  if (screened.bytes > most) return unreadable(file, tooLong(screened.bytes, most));
  const open = files.opened(file);
  const text = open ?? decode(screened.content ?? readFileSync(files.absolute(file)))?.text;
  if (text === undefined) return named ? unreadable(file, noText) : 'skipped';
  const deep = tooDeep(text);
  if (deep) return unreadable(file, deep);
  const exact = screened.content ? screened : screen.text(text, screened.sources);
  if (!exact) return 'clean';
  const { bytes } = screened;
  return { candidate: { file, text, bytes, sources: exact.sources, suppresses: exact.suppresses } };
}

const noText = 'expected text; this is a binary file';

/** A named file that nothing in it concerns is fine, unless it is no text at all. */
function checkNamed(file: string, files: Files): Screening {
  const bytes = readFileSync(files.absolute(file)).subarray(0, 1 << 16);
  return bytes.subarray(0, 8000).includes(0) ? unreadable(file, noText) : 'clean';
}

function unreadable(file: string, message: string): Screening {
  return { fault: { kind: 'unreadable', file, message } };
}

/** Reads one candidate by each of its sources. */
export async function readCandidate(
  { file, text, sources, suppresses }: Candidate,
  files: Files,
  options: ReadOptions,
): Promise<FileReading> {
  const sight = new Sight(files, options);
  const reading: FileReading = {
    file,
    facts: [],
    faults: [],
    uses: [],
    sources: sources.map(({ name }) => name),
  };
  for (const source of sources) {
    try {
      const { facts, faults, documents } = await (await readerOf(source)).read({ path: file, text }, sight);
      reading.facts.push(...(source.residual ? residue(facts, reading.facts) : facts));
      reading.faults.push(...faults);
      for (const [name, document] of documents ?? []) files.edit(name, document);
    } catch (error) {
      reading.faults.push({ kind: 'unreadable', file, message: whyNot(error, source) });
    }
  }
  if (suppresses) reading.facts.push(...commentFacts(file, text));
  reading.uses = [...sight.seen];
  return reading;
}

function whyNot(error: unknown, source: Source): string {
  if (error instanceof RangeError) return `it is too deeply nested to be read as ${source.name}`;
  const message = error instanceof Error ? error.message : String(error);
  return `it cannot be read as ${source.name}: ${message.split('\n', 1)[0]}`;
}

const readers = new WeakMap<Source, Promise<Reader>>();

export function readerOf(source: Source): Promise<Reader> {
  const known = readers.get(source);
  if (known) return known;
  const loading = source.load();
  readers.set(source, loading);
  return loading;
}
