import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface Orders {
  /** The language server and its arguments. */
  command: string[];
  file: string;
  filetype: string;
  /** Default: the file's folder. */
  root?: string;
  /** The title of a code action to carry out. */
  apply?: string;
  /** In milliseconds, for each answer. */
  patience?: number;
}

export interface Result {
  /** Whether a diagnostic came in time. */
  ready: boolean;
  diagnostics: Diagnostic[];
  /** Of the diagnostics in order, up to the one that was applied. */
  actions: { title: string; kind?: string }[];
  applied?: boolean;
  /** Whether there were fewer diagnostics after it. */
  clean?: boolean;
  /** The buffer in the end; nothing is saved. */
  text: string;
  /** What the server showed, and the errors that it answered. */
  messages: string[];
}

export interface Diagnostic {
  message: string;
  /** 1 error, 2 warning, 3 information, 4 hint. */
  severity: number;
  source?: string;
  code?: string;
  /** From 0, columns in bytes. */
  range: { start: Position; end: Position };
}

interface Position {
  line: number;
  character: number;
}

/** Neovim with a file and a language server: what it is told, and what comes of a code action. */
export async function inNeovim(orders: Orders): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sselint-nvim-'));
  const output = join(folder, 'result.json');
  const told = { root: dirname(orders.file), patience: 10_000, ...orders, output };
  const script = join(import.meta.dirname, 'session.lua');
  const env = {
    ...process.env,
    SSELINT_NVIM: JSON.stringify(told),
    XDG_STATE_HOME: folder,
    XDG_CACHE_HOME: folder,
  };
  try {
    const args = ['--headless', '--clean', '-n', '-c', `luafile ${script}`, '-c', 'cquit'];
    const ended = await promisify(execFile)('nvim', args, { env, timeout: 60_000 }).catch((error) => error);
    return parse(output, ended.stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parse(output: string, stderr: string): Result {
  try {
    return JSON.parse(readFileSync(output, 'utf8'));
  } catch {
    throw new Error(`Neovim left no result:\n${stderr}`);
  }
}
