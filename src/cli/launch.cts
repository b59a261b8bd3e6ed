import type { load as Load } from '../../scripts/build/cached.cjs';

// V8 keeps the compiled code from one run to the next: Node's own cache from 22.1 on, else one of our own.
const { join } = require('node:path') as typeof import('node:path');
const { enableCompileCache } = require('node:module') as { enableCompileCache?: () => void };
const { load } = require('../../scripts/build/cached.cjs') as { load: typeof Load };
enableCompileCache?.();
load(join(__dirname, 'cli.js'));
