import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Source } from '../sources/source.ts';

/** Which sources a file may have something for, by its raw bytes. */
export interface Screened {
  sources: Source[];
  /** A comment in it may suppress findings. */
  suppresses: boolean;
  bytes: number;
  /** The file itself, where it fits the window. */
  content?: Buffer;
  head: string;
}

const window = 1 << 20;
/** Tokens that stand across two windows are found, up to this length. */
const overlap = 64;
/** Opening a pipe must not wait for its writer. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const suppressionToken = 'sselint-disable';

/** Tells by its bytes alone which files are worth parsing. One buffer serves all files. */
export class Screen {
  private readonly buffer = Buffer.allocUnsafe(window + overlap);
  private readonly patterns = new Map<string, RegExp>();

  /** Every source of which `takes` was already asked. Throws what the system throws. */
  file(path: string, sources: Source[]): Screened | undefined {
    const descriptor = openSync(path, flags);
    try {
      return this.scan(descriptor, sources);
    } finally {
      closeSync(descriptor);
    }
  }

  text(text: string, sources: Source[]): Screened | undefined {
    const passing = this.passing(text, sources);
    return passing && { ...passing, bytes: text.length, head: text.slice(0, 4096) };
  }

  private scan(descriptor: number, sources: Source[]): Screened | undefined {
    const length = readSync(descriptor, this.buffer, 0, window, null);
    if (length < window) {
      const passing = this.passing(this.buffer.toString('latin1', 0, length), sources);
      return passing && { ...passing, ...this.whole(length) };
    }
    const head = this.buffer.toString('latin1', 0, 4096);
    for (let filled = length; filled > 0; ) {
      const passing = this.passing(this.buffer.toString('latin1', 0, filled), sources);
      if (passing) return { ...passing, sources, bytes: fstatSync(descriptor).size, head };
      const kept = Math.min(overlap, filled);
      this.buffer.copyWithin(0, filled - kept, filled);
      const more = readSync(descriptor, this.buffer, kept, window, null);
      filled = more && kept + more;
    }
    return undefined;
  }

  private whole(length: number): { content: Buffer; bytes: number; head: string } {
    const content = Buffer.from(this.buffer.subarray(0, length));
    return { content, bytes: length, head: content.toString('latin1', 0, 4096) };
  }

  private passing(text: string, sources: Source[]): { sources: Source[]; suppresses: boolean } | undefined {
    if (!this.pattern(sources).test(text)) return undefined;
    const suppresses = text.includes(suppressionToken);
    return { sources: sources.filter((source) => this.pattern([source]).test(text)), suppresses };
  }

  /** Any token of the sources, or a suppression. */
  private pattern(sources: Source[]): RegExp {
    const key = sources.map((source) => source.name).join();
    const known = this.patterns.get(key);
    if (known) return known;
    const tokens = new Set([...sources.flatMap((source) => source.tokens), suppressionToken]);
    const pattern = new RegExp([...tokens].map(escaped).join('|'), 'i');
    this.patterns.set(key, pattern);
    return pattern;
  }
}

function escaped(token: string): string {
  return token.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
