import { fileURLToPath } from 'node:url';

const loader = fileURLToPath(new URL('../../src/cli/code-cache.cts', import.meta.url));

/** A library that becomes a file of its own, and is loaded with V8's code cache. */
export function cached(name) {
  return {
    name: `cached ${name}`,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'cached' }));
      build.onLoad({ filter: /.*/, namespace: 'cached' }, () => ({
        contents: `module.exports = require(${JSON.stringify(loader)}).load(require('node:path').join(__dirname, '${name}.js'));`,
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      }));
    },
  };
}
