import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { cached } from './cached.mjs';
import { shippedRules } from './shipped-rules.mjs';

/** CommonJS, since V8's code cache can be given to its scripts in every Node. */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  // A script from the code cache cannot import.
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
  // Its ES module makes a `require` of its own.
  alias: { 'web-tree-sitter': './node_modules/web-tree-sitter/tree-sitter.cjs' },
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  logLimit: 5,
  banner: { js: "const urlHere = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'urlHere' },
};

const entries = {
  cli: 'src/cli/run.ts',
  worker: 'src/lint/worker.ts',
  server: 'src/server/main.ts',
  launch: 'src/cli/launch.cts',
  'ts-morph': 'ts-morph',
};

/** CLI, worker and language server; the parser of TypeScript is a file of its own, which loads when it is needed. */
export async function buildNode() {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
  const present = Object.entries(entries).filter(([, path]) => !path.startsWith('src/') || existsSync(path));
  await Promise.all(
    present.map(([name, path]) =>
      build({
        ...common,
        entryPoints: [path],
        outfile: `dist/${name}.js`,
        plugins: path.startsWith('src/') ? [shippedRules, cached('ts-morph')] : [],
      }),
    ),
  );
}

/** VS Code loads one file. */
export async function buildExtension() {
  const entry = 'src/extension/extension.ts';
  if (!existsSync(entry)) return;
  await build({ ...common, entryPoints: [entry], outfile: 'dist/extension.cjs', external: ['vscode'] });
}
