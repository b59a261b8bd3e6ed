// npm run build: the bundles of CLI, language server and extension, and all that they read, in dist/.
import './check-node.cjs';
import { copyAssets } from './build/assets.mjs';
import { buildExtension, buildNode } from './build/bundles.mjs';

const start = Date.now();
await Promise.all([buildNode(), buildExtension(), copyAssets()]);
console.log(`built dist/ in ${((Date.now() - start) / 1000).toFixed(1)} s`);
