import type { Source } from '../source.ts';
import { formatOf } from './formats.ts';

/** What configures writers to S3 without being code: settings in lines, XML, JSON, YAML, and statements of SQL. */
export const config: Source = {
  name: 'config',
  takes: (path) => formatOf(path) !== undefined,
  residual: true,
  tokens: ['s3', 'sse', 'endpoint_url', 'enableatrestencryption', 'master_symmetric_key', 'serviceurl'],
  load: async () => {
    const [{ readConfig }, { write }] = await Promise.all([import('./read.ts'), import('./write.ts')]);
    return { read: readConfig, write };
  },
};
