import { createHash } from 'node:crypto';
import type { NewValue } from '../model/change.ts';
import { textOf } from '../model/value.ts';
import { find, type Scope } from './scope.ts';

type Derive = (scope: Scope, path: string) => NewValue | undefined;

/** What fixes compute from other fields of the fact; `path` is the field that they set. */
export const derivations: Record<string, Derive> = {
  /** The base64 MD5 of a customer key's 32 raw bytes, as S3 checks it (S3 user guide, ServerSideEncryptionCustomerKeys). */
  keyMd5(scope, path) {
    const group = path.slice(0, path.lastIndexOf('.'));
    const key = keyBytes(leaf(scope, `${group}.key`), leaf(scope, `${group}.encoding`));
    if (key?.length !== 32) return undefined;
    return { literal: createHash('md5').update(key).digest('base64'), secret: true };
  },
};

function leaf(scope: Scope, path: string): string | undefined {
  const [found] = find(scope, path);
  return found && 'value' in found ? textOf(found.value) : undefined;
}

function keyBytes(key: string | undefined, encoding: string | undefined): Buffer | undefined {
  if (key === undefined) return undefined;
  const isBase64 = /^[A-Za-z0-9+/]{43}=$/.test(key);
  if (encoding === 'raw' || (encoding === 'either' && !isBase64)) return Buffer.from(key);
  return isBase64 ? Buffer.from(key, 'base64') : undefined;
}
