import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

export interface Bundle {
  /** The module whose `run()` the extension host calls. */
  testsPath: string;
  /** The bundled tests, for that module. */
  files: string[];
}

/** The suite as CommonJS, which is what an extension host loads. It lies in the repository, so that it finds mocha. */
export async function bundle(tests: string[], name: string): Promise<Bundle> {
  const folder = join(root, '.cache', 'editor', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const host = join(import.meta.dirname, 'host.ts');
  const entries = Object.fromEntries([['host', host], ...tests.map((test, at) => [`test-${at}`, test])]);
  await build({
    entryPoints: entries,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha', '*.node', 'esbuild', 'playwright-core'],
    // Helpers beside the tests find their files by it.
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__url' },
    banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  return {
    testsPath: join(folder, 'host.cjs'),
    files: tests.map((_, at) => join(folder, `test-${at}.cjs`)),
  };
}
