import Type, { type Static } from 'typebox';

/**
 * One service or tool that is configured by settings, as data: the names of its settings, what each means, and the
 * words that it takes for an encryption. Names are compared without case; `_`, `-` and `.` are told apart.
 */
const Text = Type.String();

export const meanings = [
  'algorithm',
  'keyId',
  /** A key id under KMS, the customer's own key under SSE-C. */
  'keyOrId',
  'literalKey',
  'bucketKey',
  'enabled',
  'disabled',
  'bucket',
  'location',
  'endpoint',
  'secure',
  'insecure',
  'verified',
  'unverified',
  'signature',
] as const;

export const SettingsSchema = Type.Object({
  $schema: Type.Optional(Text),
  service: Text,
  /** As facts name what says it. */
  via: Text,
  /** A pattern of paths; only files of such a name are this service's. */
  files: Type.Optional(Text),
  /** What stands before the names; where left out, a name is the last part of a dotted path, or all of it. */
  prefixes: Type.Optional(Type.Array(Text)),
  /** What stands between prefix and name for one bucket alone; its first group is the bucket. */
  perBucket: Type.Optional(Text),
  /** Settings that must stand beside them, by name. */
  requires: Type.Optional(Type.Record(Text, Text)),
  /** The wire value that a key id alone stands for. */
  keyImplies: Type.Optional(Text),
  names: Type.Record(Text, Type.Union(meanings.map((each) => Type.Literal(each)))),
  /** The service's word → the wire value, or `none` (off), `customer` (SSE-C), `client` (it encrypts itself), `default`. */
  words: Type.Record(Text, Text),
});

export type Meaning = (typeof meanings)[number];
export type Settings = Omit<Static<typeof SettingsSchema>, 'names'> & { names: Record<string, Meaning> };
