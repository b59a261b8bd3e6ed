import type { Source } from '../source.ts';

/** Raw header names in any text: messages, documents, settings, and texts in programs that no other source reads. */
export const headers: Source = {
  name: 'headers',
  takes: () => true,
  residual: true,
  tokens: ['x-amz-server-side-encryption', 'x-amz-copy-source-server-side-encryption'],
  load: async () => {
    const [{ readHeaders }, { write }] = await Promise.all([import('./read.ts'), import('./write.ts')]);
    return { read: readHeaders, write };
  },
};
