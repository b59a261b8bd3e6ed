'use strict';
// Loads a large library with V8's code cache: Node's own where it has one (from 22.1 on), else one kept for the user.
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

exports.load = (file) => (Module.enableCompileCache ? require(file) : run(file));

/** A cache is good for one set of flags: those that grammars need (src/sources/code/grammar.ts) are set first. */
function run(file) {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  const cache = cacheOf(file);
  const cachedData = read(cache);
  // The bundle is ASCII, and V8 takes one-byte text faster.
  const script = new Script(Module.wrap(readFileSync(file, 'latin1')), { filename: file, cachedData });
  if (!cachedData || script.cachedDataRejected) process.once('exit', () => write(cache, script.createCachedData()));
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, file, dirname(file));
  return loaded.exports;
}

/** Below the user's own folder: V8 trusts what it finds there. Another build or Node has another name. */
function cacheOf(file) {
  const { size, mtimeMs } = statSync(file);
  const folder = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(folder, 'sselint', `${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}.bin`);
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A cache that cannot be kept is no error: the next run is as slow as this one. */
function write(path, data) {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.${process.pid}`, data, { mode: 0o600 });
    renameSync(`${path}.${process.pid}`, path);
  } catch {}
}
