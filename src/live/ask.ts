import type { Missing } from '../sources/snapshot/snapshot.ts';

/** A call's answer, or why there is none. `none`: AWS says that nothing is configured. */
export type Answer<T> = { value: T } | { none: true } | { missing: Missing };

/** What AWS answers where a part of a configuration is not there; those are answers, not faults. */
const nothing = new Set([
  'NoSuchBucketPolicy',
  'ServerSideEncryptionConfigurationNotFoundError',
  'ReplicationConfigurationNotFoundError',
  'NoSuchLifecycleConfiguration',
  'NoSuchTagSet',
  'NoSuchPublicAccessBlockConfiguration',
  'ObjectLockConfigurationNotFoundError',
  'NoSuchConfiguration',
  'NotFoundException',
]);

const denied = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AllAccessDisabled',
  'Forbidden',
  'UnauthorizedOperation',
]);
const unsupported = new Set([
  'NotImplemented',
  'MethodNotAllowed',
  'InvalidAction',
  'UnsupportedOperation',
  'UnsupportedOperationException',
  'UnknownOperationException',
  'UnknownOperation',
]);

interface ServiceError extends Error {
  $metadata?: { httpStatusCode?: number };
}

/** Makes one call. `part` and `action` say what it reads and which IAM action it needs. */
export async function ask<T>(part: string, action: string, call: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await call() };
  } catch (error) {
    const { name, $metadata, message } = error as ServiceError;
    if (nothing.has(name)) return { none: true };
    const status = $metadata?.httpStatusCode;
    return { missing: { part, action, ...why(name, status, message) } };
  }
}

function why(name: string, status: number | undefined, message: string): Pick<Missing, 'kind' | 'message'> {
  if (denied.has(name) || status === 403 || status === 401) return { kind: 'denied', message: name };
  if (unsupported.has(name) || status === 501 || status === 405)
    return { kind: 'unsupported', message: name };
  // An answer that is not S3's: the SDK finds no error code in it.
  if (/deserialization|Expected|Unexpected token|char '.*' is not expected/i.test(message)) {
    return { kind: 'unsupported', message: 'the answer is not one of AWS' };
  }
  return { kind: 'failed', message: firstLine(message) || name };
}

function firstLine(text: string): string {
  return (text ?? '').split('\n', 1)[0]!.slice(0, 200);
}
