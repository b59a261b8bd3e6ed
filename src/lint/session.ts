import type { AnyFact } from '../model/fact.ts';
import type { Fault } from '../model/finding.ts';
import type { LintResult } from '../model/result.ts';
import type { Rule } from '../rules/rule.ts';
import { sources as allSources } from '../sources/index.ts';
import type { ReadOptions, Source } from '../sources/source.ts';
import type { Baseline } from './baseline.ts';
import type { Config } from './config/config.ts';
import { Files } from './files.ts';
import { type FoundFile, findFiles } from './find/find.ts';
import { type Candidate, type FileReading, readCandidate, screenFile } from './read.ts';
import { Screen } from './screen.ts';
import { readInThreads, threadsFor } from './threads.ts';
import { verdictOf } from './verdict.ts';

export interface SessionOptions {
  /** Findings name files relative to it. */
  cwd: string;
  config: Config;
  rules: Rule[];
  sources?: Source[];
  tfvars?: string[];
  /** How many threads parse; left out, as many as help. */
  threads?: number;
  inlineSuppressions?: boolean;
  baseline?: Baseline;
  onProgress?(progress: Progress): void;
}

export interface Progress {
  step: 'screening' | 'reading';
  done: number;
  total: number;
}

/** What some paths say, kept up to date: the one pipeline of the command line and of the editor. */
export class Session {
  readonly files: Files;
  private readonly screen = new Screen();
  private readonly sources: Source[];
  private readonly readings = new Map<string, FileReading>();
  private readonly unread = new Map<string, Fault>();
  private readonly lost: Fault[] = [];
  private readonly reported = new Set<string>();
  private readonly started = performance.now();
  private skipped = 0;

  constructor(private readonly options: SessionOptions) {
    this.files = new Files(options.cwd);
    this.sources = options.sources ?? allSources;
  }

  /** Reads everything below some paths. */
  async add(paths: string[]): Promise<void> {
    const found = findFiles(paths, this.options.cwd);
    this.skipped += found.skipped;
    this.lost.push(...found.faults);
    for (const { file } of found.files) this.reported.add(file);
    await this.read(found.files);
  }

  /** Takes the text of an open document (undefined: what is on disk), and reads anew what depends on it. */
  async update(file: string, text: string | undefined): Promise<string[]> {
    this.files.edit(file, text);
    this.reported.add(file);
    const users = [...this.readings.values()].filter((reading) => reading.uses.includes(file));
    const anew = [...new Set([file, ...users.map((reading) => reading.file)])];
    await this.read(anew.map((each) => ({ file: each, named: false })));
    return anew;
  }

  /** Forgets a file that is gone. */
  remove(file: string): void {
    this.files.edit(file, undefined);
    this.readings.delete(file);
    this.unread.delete(file);
    this.reported.delete(file);
  }

  /** Whether a file is among the paths, and not only read for linking. */
  isNamed(file: string): boolean {
    return this.reported.has(file);
  }

  get facts(): AnyFact[] {
    return this.inOrder().flatMap((reading) => reading.facts);
  }

  get faults(): Fault[] {
    const ofReadings = this.inOrder().flatMap((reading) => reading.faults);
    const all = [...this.lost, ...this.unread.values(), ...ofReadings];
    return all.filter(({ file }) => !this.readings.has(file) || this.reported.has(file)).sort(byFile);
  }

  /** Judges all that was read; `isReported` narrows what is reported, not what is read. */
  async result(isReported: (file: string) => boolean = () => true): Promise<LintResult> {
    const { cwd, config, rules, inlineSuppressions, baseline } = this.options;
    const { facts, faults } = this;
    const verdict = await verdictOf(facts, faults, {
      ...{ cwd, config, rules, inlineSuppressions, baseline, sources: this.sources },
      text: (file) => this.files.text(file),
      isReported: (file) => (this.reported.has(file) || file.includes('://')) && isReported(file),
    });
    const stats = {
      files: this.reported.size,
      skipped: this.skipped,
      facts: facts.filter((fact) => fact.kind !== 'suppression').length,
      unknown: verdict.undecided.length,
      ms: Math.round(performance.now() - this.started),
    };
    return { ...verdict, faults: faults.filter(({ file }) => isReported(file)), stats };
  }

  private async read(files: FoundFile[]): Promise<void> {
    const candidates = this.screenAll(files);
    await this.readAll(candidates);
    await this.readAll(this.companionsOf(candidates));
  }

  private screenAll(files: FoundFile[]): Candidate[] {
    const candidates: Candidate[] = [];
    for (const [done, each] of files.entries()) {
      this.readings.delete(each.file);
      this.unread.delete(each.file);
      const screening = screenFile(each, this.sources, this.files, this.screen);
      if (screening === 'skipped') this.skipped += 1;
      else if (screening !== 'clean' && 'fault' in screening) this.unread.set(each.file, screening.fault);
      else if (screening !== 'clean') candidates.push(screening.candidate);
      if (done % 1000 === 0) this.options.onProgress?.({ step: 'screening', done, total: files.length });
    }
    return candidates;
  }

  private async readAll(candidates: Candidate[]): Promise<void> {
    let done = 0;
    const total = candidates.length;
    const take = (reading: FileReading) => {
      this.readings.set(reading.file, reading);
      done += 1;
      this.options.onProgress?.({ step: 'reading', done, total });
    };
    const { cwd, sources, threads: asked } = this.options;
    const threads = sources ? 1 : threadsFor(candidates, asked);
    if (threads > 1) return readInThreads(candidates, threads, { cwd, options: this.readOptions }, take);
    for (const candidate of candidates) take(await readCandidate(candidate, this.files, this.readOptions));
  }

  /** The files without which the candidates cannot be linked, and that are not read yet. */
  private companionsOf(candidates: Candidate[]): Candidate[] {
    const workspace = {
      text: (file: string) => this.files.text(file),
      list: (folder: string) => this.files.list(folder),
    };
    const names = candidates.flatMap(({ file, sources }) =>
      sources.flatMap(
        (source) => source.companions?.(file, { ...workspace, options: this.readOptions }) ?? [],
      ),
    );
    const missing = [...new Set(names)].filter((file) => !this.readings.has(file));
    return missing.length ? this.screenAll(missing.map((file) => ({ file, named: false }))) : [];
  }

  private get readOptions(): ReadOptions {
    return { endpoints: this.options.config.endpoints, tfvars: this.options.tfvars ?? [] };
  }

  private inOrder(): FileReading[] {
    return [...this.readings.values()].sort(byFile);
  }
}

function byFile(a: { file: string }, b: { file: string }): number {
  return a.file < b.file ? -1 : Number(a.file > b.file);
}
