import type { Source } from '../source.ts';
import { formatOf } from './formats.ts';

/** What configures writers to S3 without being code: settings in lines, XML, JSON, YAML, and statements of SQL. */
export const config: Source = {
  name: 'config',
  takes: (path) => formatOf(path) !== undefined,
  residual: true,
  tokens: [
    ...[
      'fs.s3a',
      's3://',
      's3_',
      '_s3',
      's3.sse',
      'type = s3',
      'server_side_encryption',
      'sse_',
      'sse =',
      'kms_key',
    ],
    ...[
      'endpoint_url',
      'endpointurl',
      'spring',
      'cloud.aws',
      'serviceurl',
      'usehttp',
      'host_base',
      'use_https',
    ],
    ...['allow_http', 'encryptionoption', 'enableatrestencryption', 'encryptionmode', 'master_symmetric_key'],
  ],
  load: async () => {
    const [{ readConfig }, { write }] = await Promise.all([import('./read.ts'), import('./write.ts')]);
    return { read: readConfig, write };
  },
};
