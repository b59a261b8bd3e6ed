import { relative, sep } from 'node:path';
import { type Config, standardConfig } from '../lint/config/config.ts';
import { findConfig } from '../lint/config/find.ts';
import { loadConfig } from '../lint/config/load.ts';
import { rulesOf } from '../lint/config/rules.ts';
import { link } from '../lint/link/index.ts';
import { Session } from '../lint/session.ts';
import type { LinkedFact } from '../model/fact.ts';
import type { Fault, Finding } from '../model/finding.ts';
import { Lines } from '../model/place.ts';
import type { LintResult } from '../model/result.ts';
import type { Rule } from '../rules/rule.ts';

/** One folder of the workspace: its configuration, its rules and all that was read below it. */
export class Root {
  private session!: Session;
  private queue: Promise<unknown> = Promise.resolve();
  rules: Rule[] = [];
  /** What is wrong with the configuration itself. */
  configFaults: Fault[] = [];
  private last?: LintResult;
  private linked?: LinkedFact[];
  private readonly counted = new Map<string, Lines>();
  private isRead = false;
  private config: Config = standardConfig;

  constructor(readonly folder: string) {}

  /** Reads the configuration; what is open keeps its text. */
  open(texts: Map<string, string> = new Map()): Promise<void> {
    return this.inTurn(async () => {
      const path = findConfig(this.folder);
      const loaded = path ? await loadConfig(path, this.folder) : { config: standardConfig, faults: [] };
      this.config = loaded.config;
      const { rules, faults } = await rulesOf(loaded.config, this.folder);
      this.rules = rules;
      this.configFaults = [...loaded.faults, ...faults];
      this.session = new Session({ cwd: this.folder, config: loaded.config, rules });
      this.outdate();
      this.isRead = false;
      for (const [file, text] of texts) await this.session.update(file, text);
    });
  }

  /** Reads the whole folder, once, so that templates and code are linked. */
  readAll(): Promise<void> {
    return this.inTurn(async () => {
      if (this.isRead) return;
      this.isRead = true;
      await this.session.add(['.']);
      this.outdate();
    });
  }

  /** Takes an open document's text (undefined: what is on disk). */
  update(file: string, text: string | undefined): Promise<void> {
    return this.inTurn(async () => {
      await this.session.update(file, text);
      this.outdate();
    });
  }

  forget(file: string): Promise<void> {
    return this.inTurn(async () => {
      this.session.remove(file);
      this.outdate();
    });
  }

  result(): Promise<LintResult> {
    return this.inTurn(async () => {
      this.last ??= await this.session.result();
      return this.last;
    });
  }

  async findings(file: string): Promise<Finding[]> {
    return (await this.result()).findings.filter((finding) => finding.place.file === file);
  }

  facts(): Promise<LinkedFact[]> {
    return this.inTurn(async () => {
      this.linked ??= link(
        this.session.facts.filter((fact) => fact.kind !== 'suppression'),
        { buckets: this.config.buckets },
      );
      return this.linked;
    });
  }

  text(file: string): string | undefined {
    return this.session.files.text(file);
  }

  /** Counted once a text, not once a finding. */
  lines(file: string): Lines {
    const text = this.text(file) ?? '';
    const known = this.counted.get(file);
    if (known?.text === text) return known;
    const lines = new Lines(text);
    this.counted.set(file, lines);
    return lines;
  }

  /** A path below this folder as findings name it, or undefined where it is not below. */
  nameOf(path: string): string | undefined {
    const name = relative(this.folder, path).split(sep).join('/');
    return name === '' || name.startsWith('../') || name === '..' ? undefined : name;
  }

  /** What was judged and linked no longer holds. */
  private outdate(): void {
    this.last = undefined;
    this.linked = undefined;
  }

  /** The session is not made for two readers at once. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work);
    this.queue = next.catch(() => undefined);
    return next;
  }
}
