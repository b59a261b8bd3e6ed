const { enableCompileCache } = require('node:module') as { enableCompileCache?: () => void };
const { join } = require('node:path') as typeof import('node:path');
const { load } = require('./code-cache.cts') as typeof import('./code-cache.cts');

enableCompileCache?.();
load(join(__dirname, 'cli.js'));
