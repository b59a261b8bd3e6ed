// npm run package: the extension as sselint-VERSION.vsix, complete and under 6 MB.
import './check-node.cjs';
import { readFileSync, statSync } from 'node:fs';
import { createVSIX, listFiles } from '@vscode/vsce';

const mostBytes = 6 * 1024 * 1024;
const needed = [
  'package.json',
  'README.md',
  'LICENSE',
  'dist/package.json',
  'dist/extension.cjs',
  'dist/server.js',
  'dist/ts-morph.js',
  'dist/grammars/tree-sitter.wasm',
  'media/sselint.svg',
  'schemas/config.schema.json',
  'rules/rule.schema.json',
];

const files = await listFiles();
const missing = needed.filter((file) => !files.includes(file));
if (missing.length > 0) throw new Error(`the extension lacks ${missing.join(', ')}: npm run build`);

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const packagePath = `${name}-${version}.vsix`;
await createVSIX({ dependencies: false, packagePath });
const { size } = statSync(packagePath);
const said = `${(size / 1024 / 1024).toFixed(2)} MB`;
if (size > mostBytes) throw new Error(`${packagePath} has ${said}, more than 6 MB`);
console.log(`${packagePath}: ${said}`);
