// npm test: installs and builds what is missing, runs every suite, and sums them up in its last line.
import './check-node.cjs';

// Loaded afterwards, since an old Node cannot even parse it.
import('./test/main.mjs');
