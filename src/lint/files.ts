import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReadOptions, Workspace } from '../sources/source.ts';
import { type Document, decode } from './document.ts';
import { machineLimit, mostBytes } from './limits.ts';

/** In UTF-16 units. */
const mostKept = 32 * 1024 * 1024;

/** The files of a working directory as the linter sees them: the editor's open documents stand before the disk. */
export class Files {
  private readonly open = new Map<string, string>();
  /** What was read from disk, as long as it is not much: a file is often imported by many. */
  private readonly kept = new Map<string, Document | undefined>();
  private keptLength = 0;
  private readonly folders = new Map<string, string[]>();

  constructor(readonly cwd: string) {}

  absolute(file: string): string {
    return resolve(this.cwd, file);
  }

  /** Sets what an open document holds; undefined closes it. */
  edit(file: string, text: string | undefined): void {
    this.kept.delete(file);
    this.folders.clear();
    if (text === undefined) this.open.delete(file);
    else this.open.set(file, text);
  }

  opened(file: string): string | undefined {
    return this.open.get(file);
  }

  /** Undefined where there is no such file, or it is no text, or too long to be read. */
  text(file: string): string | undefined {
    const open = this.open.get(file);
    if (open !== undefined) return open;
    if (!this.kept.has(file)) this.keep(file, this.read(file));
    return this.kept.get(file)?.text;
  }

  /** The names of the files directly in a folder, in order. */
  list(folder: string): string[] {
    const known = this.folders.get(folder);
    if (known) return known;
    const names = this.namesIn(folder);
    this.folders.set(folder, names);
    return names;
  }

  private keep(file: string, document: Document | undefined): void {
    this.keptLength += document?.text.length ?? 0;
    if (this.keptLength > mostKept) {
      this.kept.clear();
      this.keptLength = document?.text.length ?? 0;
    }
    this.kept.set(file, document);
  }

  private read(file: string): Document | undefined {
    try {
      const path = this.absolute(file);
      const stats = statSync(path, { throwIfNoEntry: false });
      if (!stats?.isFile() || stats.size > machineLimit) return undefined;
      const bytes = readFileSync(path);
      return bytes.length > mostBytes(file, bytes.toString('latin1', 0, 4096)) ? undefined : decode(bytes);
    } catch {
      return undefined;
    }
  }

  private namesIn(folder: string): string[] {
    try {
      const entries = readdirSync(join(this.cwd, folder), { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort();
    } catch {
      return [];
    }
  }
}

/** What one file's reading may look at; keeps in mind what it did look at. */
export class Sight implements Workspace {
  readonly seen = new Set<string>();

  constructor(
    private readonly files: Files,
    readonly options: ReadOptions,
  ) {}

  text(file: string): string | undefined {
    this.seen.add(file);
    return this.files.text(file);
  }

  list(folder: string): string[] {
    return this.files.list(folder);
  }
}
