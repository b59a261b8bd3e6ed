// Runs mocha files inside an extension host: node --import tsx test/editor/run.ts FILE… [--grep PATTERN]
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './launch.ts';

const { values, positionals } = parseArgs({
  options: { grep: { type: 'string' }, 'forbid-only': { type: 'boolean' } },
  allowPositionals: true,
});
const tests = positionals.map((file) => resolve(file));
const extensionPath = resolve(import.meta.dirname, '../..');
process.exit(await launch({ tests, extensionPath, grep: values.grep }));
