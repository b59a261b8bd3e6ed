import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { fileName } from './find/find.ts';

const run = promisify(execFile);

/** Files that differ from where this branch left a git revision, untracked ones too; relative to `cwd`. */
export async function changedFiles(revision: string, cwd: string): Promise<Set<string>> {
  const root = (await git(['rev-parse', '--show-toplevel'], cwd)).trimEnd();
  const base = (await git(['merge-base', '--end-of-options', revision, 'HEAD'], cwd)).trim();
  const differing = await git(['diff', '--name-only', '-z', '--no-ext-diff', base, '--'], root);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z'], root);
  const names = `${differing}\0${untracked}`.split('\0').filter(Boolean);
  return new Set(names.map((name) => fileName(resolve(root, name), cwd)));
}

/** A workspace's own hooks are not run for it. */
async function git(args: string[], cwd: string): Promise<string> {
  const { stdout } = await run('git', ['-c', 'core.fsmonitor=false', ...args], { cwd, maxBuffer: 1 << 28 });
  return stdout;
}
