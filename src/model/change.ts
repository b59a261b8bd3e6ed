import type { Fact } from './fact.ts';
import type { Edit } from './finding.ts';
import type { Scalar } from './value.ts';

/**
 * What must become of a fact, in the verbs of fixes. The source that read the fact says it in its own syntax.
 * `set` also adds what is absent; `encryption.mode` is set as the wire value; `null` values are left out.
 */
export type Change =
  | { verb: 'set'; path: string; value: NewValue }
  | { verb: 'drop'; path: string }
  | { verb: 'rename'; path: string; to: string }
  | { verb: 'wrap'; path: string; as: 'encode' | 'decode' | 'hexDecode' }
  | { verb: 'addStatement'; statements: PolicyStatement[]; replaces?: number[] }
  | { verb: 'addResource'; resource: string; fields: Record<string, NewValue> };

/** A literal, or the source text of an expression of the same scope. `secret` text never leaves the process. */
export type NewValue = { literal: Scalar | Scalar[]; secret?: true } | { expression: string; secret?: true };

/** A statement in IAM's JSON; `${bucket}` in a resource stands for the bucket's ARN. */
export type PolicyStatement = Record<string, unknown>;

/** The edits that make all the changes, or undefined where this syntax cannot say one of them. */
export type Write = (changes: Change[], fact: Fact, text: string) => Promise<Edit[] | undefined>;

/** The wire words of one encryption mode. */
export const wireValues: Record<string, string | undefined> = {
  'SSE-S3': 'AES256',
  'SSE-KMS': 'aws:kms',
  'DSSE-KMS': 'aws:kms:dsse',
};
