import type { Source } from '../source.ts';

const extensions = /\.[cm]?[jt]sx?$/;

/** TypeScript and JavaScript: calls of AWS's SDKs, and constructs of the CDK. */
export const typescript: Source = {
  name: 'typescript',
  takes: (path) => extensions.test(path) && !path.endsWith('.d.ts'),
  tokens: ['s3', 'kms', 'x-amz-server-side-encryption'],
  load: async () => {
    const [{ read }, { write }] = await Promise.all([import('./read.ts'), import('./write.ts')]);
    return { read, write };
  },
};
