import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { cached } from './cached.mjs';
import { shippedRules } from './shipped-rules.mjs';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  // Its build for Node is CommonJS, of which a lazy chunk exports no names.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  logLimit: 5,
};

/** What libraries written for CommonJS take for granted, in an ES module. */
const commonJs = {
  banner: {
    js: [
      "import { createRequire as createRequireHere } from 'node:module';",
      'const require = createRequireHere(import.meta.url);',
      "const fileNameHere = require('node:url').fileURLToPath(import.meta.url);",
      "const folderNameHere = require('node:path').dirname(fileNameHere);",
    ].join('\n'),
  },
  define: { __filename: 'fileNameHere', __dirname: 'folderNameHere' },
};

const entries = { cli: 'src/cli/run.ts', worker: 'src/lint/worker.ts', server: 'src/server/main.ts' };

/** CLI, worker and language server share their chunks, which load when they are needed. */
export async function buildNode() {
  const present = Object.entries(entries).filter(([, path]) => existsSync(path));
  await build({
    ...common,
    entryPoints: present.map(([out, path]) => ({ in: path, out })),
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks-[hash]',
    ...commonJs,
    plugins: [shippedRules, cached('ts-morph')],
  });
  await build({ ...common, entryPoints: ['ts-morph'], outfile: 'dist/ts-morph.cjs', format: 'cjs' });
  await build({
    ...common,
    entryPoints: ['src/cli/launch.cts'],
    outfile: 'dist/launch.cjs',
    format: 'cjs',
    external: ['./cli.js'],
  });
}

/** VS Code loads one CommonJS file. */
export async function buildExtension() {
  const entry = 'src/extension/extension.ts';
  if (!existsSync(entry)) return;
  await build({
    ...common,
    entryPoints: [entry],
    outfile: 'dist/extension.cjs',
    format: 'cjs',
    external: ['vscode'],
  });
}
