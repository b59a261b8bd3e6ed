// V8 keeps the compiled code from one run to the next, where Node can do so (from 22.1 on).
const { enableCompileCache } = require('node:module') as { enableCompileCache?: () => void };
enableCompileCache?.();
import('./cli.js' as string);
