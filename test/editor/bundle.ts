import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

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
    packages: 'external',
    plugins: [ownFolders],
    logLevel: 'warning',
  });
  return {
    testsPath: join(folder, 'host.cjs'),
    files: tests.map((_, at) => join(folder, `test-${at}.cjs`)),
  };
}

/** What a test finds beside itself stays beside its source, not beside the bundle. */
const ownFolders: Plugin = {
  name: 'own folders',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
    })),
};
