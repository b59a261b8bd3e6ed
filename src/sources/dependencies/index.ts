import type { Source } from '../source.ts';
import { manifestOf, read } from './read.ts';

/** Manifests of packages (`pom.xml`, `go.mod`, …): encryption libraries below the versions that commit to keys. */
export const dependencies: Source = {
  name: 'dependencies',
  takes: (path) => manifestOf(path) !== undefined,
  tokens: ['encryption-client', 'encryption-sdk', '@aws-crypto/client'],
  load: async () => ({ read: async (file) => read(file), write: async () => undefined }),
};
