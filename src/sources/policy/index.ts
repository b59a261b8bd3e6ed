import type { Source } from '../source.ts';

/** Policies in JSON files: of buckets, access points, keys and identities. */
export const policy: Source = {
  name: 'policy',
  takes: (path) => /\.json[c5]?$/i.test(path),
  tokens: ['statement'],
  async load() {
    const [{ read }, { write }] = await Promise.all([import('./read.ts'), import('./write.ts')]);
    return { read: async (file) => read(file), write };
  },
};
