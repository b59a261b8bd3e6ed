import type { Source } from '../source.ts';

/** Snapshots of accounts, as `sselint audit --save` writes them. */
export const snapshot: Source = {
  name: 'snapshot',
  takes: (path) => path.endsWith('.json'),
  tokens: ['sselintsnapshot'],
  load: async () => {
    const { read } = await import('./read.ts');
    // What is wrong in an account is mended there, by `audit --fix`.
    return { read, write: async () => undefined };
  },
};
