import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReadOptions, Workspace } from '../sources/source.ts';
import { type Document, decode } from './document.ts';
import { mostBytes } from './limits.ts';

/** The files of a working directory as the linter sees them: the editor's open documents stand before the disk. */
export class Files {
  private readonly open = new Map<string, string>();

  constructor(readonly cwd: string) {}

  absolute(file: string): string {
    return resolve(this.cwd, file);
  }

  /** Sets what an open document holds; undefined closes it. */
  edit(file: string, text: string | undefined): void {
    if (text === undefined) this.open.delete(file);
    else this.open.set(file, text);
  }

  opened(file: string): string | undefined {
    return this.open.get(file);
  }

  /** Undefined where there is no such file, or it is no text, or too long to be read. */
  document(file: string): Document | undefined {
    const open = this.open.get(file);
    if (open !== undefined) return { text: open, encoding: 'utf8', mark: false };
    try {
      const path = this.absolute(file);
      const stats = statSync(path);
      if (!stats.isFile() || stats.size > mostBytes(file, '')) return undefined;
      return decode(readFileSync(path));
    } catch {
      return undefined;
    }
  }

  text(file: string): string | undefined {
    return this.open.get(file) ?? this.document(file)?.text;
  }

  /** The names of the files directly in a folder, in order. */
  list(folder: string): string[] {
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
