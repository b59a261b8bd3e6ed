import Type, { type Static, type TSchema } from 'typebox';

/**
 * What was read of an account, as the APIs of S3 and KMS gave it: the file of `audit --save`. It holds no secrets:
 * no object's data, no key material, no credentials.
 */

/** A part that could not be read; the field is unknown then, never a pass. */
export const MissingSchema = Type.Object({
  part: Type.String(),
  kind: Type.Union([Type.Literal('denied'), Type.Literal('failed'), Type.Literal('unsupported')]),
  /** The IAM action that the call needs. */
  action: Type.String(),
  message: Type.String(),
});
export type Missing = Static<typeof MissingSchema>;

const part = () => Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]));
const rows = <T extends TSchema>(of: T) => Type.Array(of);

export const BucketSchema = Type.Object({
  name: Type.String(),
  region: Type.String(),
  directory: Type.Optional(Type.Boolean()),
  encryption: part(),
  policy: part(),
  policyStatus: part(),
  versioning: part(),
  replication: part(),
  logging: part(),
  lifecycle: part(),
  objectLock: part(),
  publicAccessBlock: part(),
  tags: part(),
  inventory: part(),
  missing: rows(MissingSchema),
});
export type BucketSnapshot = Static<typeof BucketSchema>;

export const KeySchema = Type.Object({
  id: Type.String(),
  region: Type.String(),
  metadata: part(),
  rotation: part(),
  rotations: part(),
  policy: part(),
  aliases: Type.Optional(Type.Array(Type.String())),
  missing: rows(MissingSchema),
});
export type KeySnapshot = Static<typeof KeySchema>;

export const ObjectSchema = Type.Object({
  bucket: Type.String(),
  region: Type.String(),
  key: Type.String(),
  versionId: Type.Optional(Type.String()),
  latest: Type.Boolean(),
  head: part(),
  tags: part(),
  missing: rows(MissingSchema),
});
export type ObjectSnapshot = Static<typeof ObjectSchema>;

export const SnapshotSchema = Type.Object({
  sselintSnapshot: Type.Literal(1),
  /** ISO 8601; ages of keys count from it. */
  takenAt: Type.String(),
  endpoint: Type.Union([Type.String(), Type.Null()]),
  buckets: rows(BucketSchema),
  keys: rows(KeySchema),
  objects: rows(ObjectSchema),
  /** What could not be listed at all. */
  missing: rows(MissingSchema),
});
export type Snapshot = Static<typeof SnapshotSchema>;
