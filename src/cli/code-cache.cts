// Loads a large script with V8's code cache: Node's own where it has one (from 22.1 on), else one kept for the user.
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } =
  require('node:fs') as typeof import('node:fs');
const nodeModule = require('node:module') as typeof import('node:module') & { enableCompileCache?: () => void };
const { homedir } = require('node:os') as typeof import('node:os');
const { basename, dirname, join } = require('node:path') as typeof import('node:path');
const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
const { Script } = require('node:vm') as typeof import('node:vm');

/** Requires a CommonJS bundle that imports nothing dynamically. */
function load(file: string): unknown {
  return nodeModule.enableCompileCache ? require(file) : run(file);
}

/** A cache is good for one set of flags: those that grammars need (src/sources/code/grammar.ts) are set first. */
function run(file: string): unknown {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  const cache = cacheOf(file);
  const cachedData = read(cache);
  // The bundles are ASCII, and V8 takes one-byte text faster.
  const source = nodeModule.wrap(readFileSync(file, 'latin1'));
  const script = new Script(source, { filename: file, cachedData });
  if (!cachedData || script.cachedDataRejected) {
    process.once('exit', () => write(cache, script.createCachedData()));
  }
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, nodeModule.createRequire(file), loaded, file, dirname(file));
  return loaded.exports;
}

/** Below the user's own folder, since V8 trusts what it finds there. Another build or Node has another name. */
function cacheOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  const folder = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const build = `${size}-${Math.round(mtimeMs)}`;
  return join(folder, 'sselint', `${basename(file)}-${process.version}-${process.arch}-${build}`);
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Takes the place of what earlier builds left. A cache that cannot be kept is no error: the next run is as slow. */
function write(path: string, data: Buffer): void {
  const folder = dirname(path);
  const family = basename(path).replace(/-[^-]*-[^-]*$/, '-');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const old of readdirSync(folder)) if (old.startsWith(family)) rmSync(join(folder, old), { force: true });
    writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  } catch {}
}

export = { load };
