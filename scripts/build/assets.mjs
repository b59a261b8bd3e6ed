import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tsImport } from 'tsx/esm/api';

const require = createRequire(import.meta.url);

/** The parsers' grammars, beside the bundles. */
export async function copyAssets() {
  const { grammarFiles } = await tsImport('../../src/sources/code/grammar.ts', import.meta.url);
  mkdirSync('dist/grammars', { recursive: true });
  copyFileSync(require.resolve('web-tree-sitter/tree-sitter.wasm'), 'dist/grammars/tree-sitter.wasm');
  for (const [name, file] of Object.entries(grammarFiles)) {
    copyFileSync(require.resolve(file), `dist/grammars/${name}.wasm`);
  }
}
