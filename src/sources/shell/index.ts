import type { Source } from '../source.ts';
import { mayHoldScripts } from './scripts.ts';

/** Command lines: shell scripts, PowerShell, recipes of make, Dockerfiles, CI pipelines, blocks of code in documents. */
export const shell: Source = {
  name: 'shell',
  takes: mayHoldScripts,
  tokens: [
    'aws ',
    's3cmd',
    's3-',
    's5cmd',
    'enc-c',
    'enc-kms',
    'enc-s3',
    's3sync',
    's3object',
    'x-amz-',
    'amazonaws',
  ],
  load: async () => {
    const [{ readShell }, { write }] = await Promise.all([import('./read.ts'), import('./write.ts')]);
    return { read: readShell, write };
  },
};
