import type { Write } from '../model/change.ts';
import type { AnyFact } from '../model/fact.ts';
import type { Fault } from '../model/finding.ts';

/** One syntax: turns text into facts, and changes of facts into edits. */
export interface Source {
  name: string;
  /** Whether a path (with `/`) is this source's by its name alone. */
  takes(path: string): boolean;
  /** Reads what others leave: a fact of it whose words stand in another source's fact is dropped. */
  residual?: true;
  /**
   * The screen: a file none of whose bytes match (case-insensitively) is never parsed.
   * Lower-case words without which this source cannot find anything.
   */
  tokens: string[];
  /**
   * The other files that belong to what this file is part of (a module's folder): read for linking, not reported.
   */
  companions?(path: string, workspace: Workspace): string[];
  /** Loads the parser when first needed. */
  load(): Promise<Reader>;
}

export interface Reader {
  read(file: SourceFile, workspace: Workspace): Promise<Reading>;
  write: Write;
}

export interface SourceFile {
  /** As findings name it: relative to the working directory, with `/`. */
  path: string;
  text: string;
}

export interface Reading {
  facts: AnyFact[];
  faults: Fault[];
  /** Texts that stand on no disk and in which facts have their places, by name. */
  documents?: Map<string, string>;
}

/** What a source may see beyond its file: imported files, a module's folder, the configuration's data. */
export interface Workspace {
  /** The text of another file by its path, undefined where there is none or it may not be read. */
  text(path: string): string | undefined;
  /** The names of the files directly in a folder. */
  list(folder: string): string[];
  /** Data of the configuration and command line that reading depends on. */
  options: ReadOptions;
}

export interface ReadOptions {
  /** `endpoints` of the configuration: host → hostClass. */
  endpoints: Record<string, string>;
  /** `--tfvars` files. */
  tfvars: string[];
}
