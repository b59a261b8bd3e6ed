import type { Source } from '../source.ts';
import { languageOf } from './languages.ts';

/** Python, Ruby, PHP, Swift, Rust, Java, Kotlin, Go, C# and C++: calls of AWS's SDKs and of what stands on them. */
export const code: Source = {
  name: 'code',
  takes: (path) => languageOf(path) !== undefined,
  tokens: ['s3', 'kms', 'x-amz-server-side-encryption', 'object_store', 'encryption_sdk', 'encryptionsdk'],
  load: async () => {
    const [{ read }, { write }] = await Promise.all([import('./read.ts'), import('./write.ts')]);
    return { read, write };
  },
};
