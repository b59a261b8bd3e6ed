import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

const names = ['.gitignore', '.sselintignore'];

interface Layer {
  folder: string;
  rules: Ignore;
}

/** What the ignore files of a folder and of those above it, up to the repository's root, leave out. */
export class IgnoreFiles {
  /** From each layer's folder to this one: empty, or ending in `/`. */
  private readonly prefixes: string[];

  private constructor(
    folder: string,
    private readonly layers: Layer[],
  ) {
    this.prefixes = layers.map((layer) => prefix(layer.folder, folder));
  }

  /** Of the folders above one that was named. Where they ignore that folder itself, naming it overrules them. */
  static above(folder: string): IgnoreFiles {
    const parent = dirname(folder);
    const root = repositoryOf(folder);
    const layers: Layer[] = [];
    for (let at = folder; root !== undefined && at !== root; ) {
      at = dirname(at);
      layers.unshift(...layersOf(at, names));
    }
    const own = new IgnoreFiles(parent, layers);
    return own.has(basename(folder), true) ? new IgnoreFiles(parent, []) : own;
  }

  /** With the ignore files of one folder below. */
  within(folder: string, entries: { name: string }[]): IgnoreFiles {
    const own = names.filter((name) => entries.some((entry) => entry.name === name));
    return new IgnoreFiles(folder, own.length ? [...this.layers, ...layersOf(folder, own)] : this.layers);
  }

  /** Whether an entry of this folder is ignored: the nearest file that speaks of it decides. */
  has(name: string, isFolder: boolean): boolean {
    for (let at = this.layers.length - 1; at >= 0; at -= 1) {
      const path = `${this.prefixes[at]}${name}${isFolder ? '/' : ''}`;
      const { ignored, unignored } = this.layers[at]!.rules.test(path);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

function prefix(top: string, folder: string): string {
  return folder === top ? '' : `${relative(top, folder).replaceAll(sep, '/')}/`;
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

/** An ignore file that is not there, or may not be read, ignores nothing. */
function layersOf(folder: string, candidates: string[]): Layer[] {
  return candidates.flatMap((name) => {
    try {
      return [{ folder, rules: ignore().add(readFileSync(join(folder, name), 'utf8')) }];
    } catch {
      return [];
    }
  });
}
