import Type, { type Static, type TProperties, type TSchema } from 'typebox';

/**
 * The kinds of facts and their fields: the one definition from which the types and the JSON Schema come.
 * Words are those of the S3, KMS and IAM APIs.
 */

const text = () => Type.Optional(Type.String());
const flag = () => Type.Optional(Type.Boolean());
const count = () => Type.Optional(Type.Number());
const word = <const T extends string[]>(...words: T) =>
  Type.Optional(
    Type.Union(words.map((each) => Type.Literal(each)) as never) as never as TSchemaOf<T[number]>,
  );
type TSchemaOf<T> = TSchema & { static: T };
const rows = <T extends TProperties>(fields: T) => Type.Optional(Type.Array(Type.Object(fields)));
const words = () => Type.Optional(Type.Array(Type.String()));
const map = () => Type.Optional(Type.Record(Type.String(), Type.String()));
const group = <T extends TProperties>(fields: T) => Type.Optional(Type.Object(fields));

const encryptionModes = ['default', 'SSE-S3', 'SSE-KMS', 'DSSE-KMS', 'SSE-C', 'invalid', 'none'] as const;
export type EncryptionMode = (typeof encryptionModes)[number];
const mode = () => word(...encryptionModes);
/** `nearest`: the valid wire value that an invalid algorithm most likely means; `keyRegion`: the Region in the key's ARN. */
const encryption = {
  mode: mode(),
  algorithm: text(),
  nearest: text(),
  keyId: text(),
  keyForm: word('id', 'arn', 'alias', 'awsManaged', 'invalid'),
  keyRegion: text(),
  bucketKey: flag(),
};

/**
 * `encoding`: how this SDK wants the key (`raw`, `base64`, `either`); `literal`: written in the text;
 * `problem`: what makes a literal key unusable (`length`, `notBase64`, `doubleEncoded`, `hex`, `weak`, `derived`);
 * `length`: bytes of the decoded key; `missing`: members that the trio lacks.
 */
const customerKey = {
  algorithm: text(),
  key: text(),
  md5: text(),
  encoding: word('raw', 'base64', 'either'),
  literal: flag(),
  inRepository: text(),
  problem: word('length', 'notBase64', 'doubleEncoded', 'hex'),
  length: count(),
  weak: word('oneByte', 'password'),
  md5Problem: word('notBase64', 'length', 'mismatch', 'bodyMd5', 'ofBase64'),
  md5Computed: flag(),
  missing: words(),
};

const sensitive = { name: Type.String(), value: Type.String(), looksLike: text() };

const transport = {
  scheme: word('http', 'https'),
  host: text(),
  hostClass: word('aws', 'public', 'private', 'loopback', 'website'),
  verified: flag(),
};

const statement = {
  sid: text(),
  effect: text(),
  neverMatches: text(),
  notPrincipal: flag(),
};

/** `holds` is unknown where it cannot be decided. */
const problem = {
  kind: Type.String(),
  holds: flag(),
  statement: count(),
  found: text(),
  nearest: text(),
  message: text(),
};

export const properties = [
  'http',
  'oldTls',
  'unencrypted',
  'otherEncryption',
  'foreignKey',
  'sseC',
  'anyNetwork',
  'anyDecrypt',
  'anonymousWrite',
  'anonymousRead',
] as const;
export type Property = (typeof properties)[number];
const perProperty = <T extends TSchema>(of: () => T) =>
  Type.Optional(
    Type.Object(Object.fromEntries(properties.map((each) => [each, of()])) as unknown as Record<Property, T>),
  );

const policy = {
  written: flag(),
  intends: perProperty(flag),
  lets: perProperty(flag),
  counterexamples: perProperty(text),
  statements: rows(statement),
  /** Principals that may do more than write; `holds` is unknown where it cannot be decided. */
  grants: rows({ principal: text(), actions: text(), statement: count(), holds: flag() }),
  problems: rows(problem),
};

export const kinds = {
  request: {
    operation: text(),
    managed: flag(),
    /** It writes an object's data: a put, post, copy, or the create of a multipart upload. */
    upload: flag(),
    presigned: group({ signs: words() }),
    inUrl: words(),
    bucket: text(),
    key: text(),
    encryption: group({
      ...encryption,
      context: text(),
      contextProblem: text(),
      contextEntries: rows(sensitive),
    }),
    customerKey: group(customerKey),
    copySource: group({ bucket: text(), key: text(), customerKey: group(customerKey), same: flag() }),
    metadata: map(),
    metadataEntries: rows(sensitive),
    metadataDirective: text(),
    storageClass: text(),
    tags: map(),
    tagEntries: rows(sensitive),
    ignored: rows({ name: Type.String(), instead: text() }),
    etagAsMd5: flag(),
    uploadId: text(),
    transport: group(transport),
  },
  client: {
    endpoint: text(),
    transport: group(transport),
    signature: text(),
  },
  cse: {
    /** `s3-encryption-client` or `encryption-sdk`: their formats differ. */
    library: text(),
    generation: text(),
    version: text(),
    belowFixed: flag(),
    commitment: text(),
    algorithm: text(),
    modes: words(),
    wrappingKey: group({ literal: flag() }),
    decryptsAnyKey: flag(),
  },
  bucket: {
    name: text(),
    region: text(),
    directory: flag(),
    encryption: group({ written: flag(), ...encryption, blocked: words() }),
    versioning: group({ status: text() }),
    policy: group(policy),
    replication: rows({ kmsSelected: flag(), replicaKey: text() }),
    logTarget: word('accessLog', 'loadBalancer'),
    logging: group({ target: text() }),
    trail: flag(),
    lifecycle: flag(),
    /** Addresses of what else writes its encryption. */
    conflicts: words(),
    /** Kinds: `blockedTypes`; in its policy also `directoryKeys`. */
    problems: rows(problem),
  },
  policy: {
    type: word('bucket', 'accessPoint', 'key', 'identity'),
    bytes: count(),
    bucket: text(),
    ...policy,
  },
  key: {
    id: text(),
    arn: text(),
    aliases: words(),
    manager: text(),
    spec: text(),
    usage: text(),
    origin: text(),
    state: text(),
    region: text(),
    multiRegion: text(),
    rotation: group({ enabled: flag(), supported: flag(), periodDays: count(), ageDays: count() }),
    deletionWindowDays: count(),
    lockoutCheckBypassed: flag(),
    material: group({ imported: flag(), expires: flag(), literal: flag() }),
    policy: group(policy),
  },
  object: {
    bucket: text(),
    key: text(),
    versionId: text(),
    latest: flag(),
    encryption: group(encryption),
    metadata: map(),
    metadataEntries: rows(sensitive),
    tags: map(),
    tagEntries: rows(sensitive),
    clientSide: group({ generation: text(), wrap: text() }),
    /** Whether one of the customer keys that were given opens it. */
    opened: flag(),
  },
  sink: {
    service: text(),
    encryption: group({ written: flag(), enabled: flag(), ...encryption }),
    literalKey: flag(),
    /** The key itself, where it is written out: a secret. */
    key: text(),
    badValue: text(),
    location: group({ bucket: text(), prefix: text() }),
    cannotRead: text(),
  },
  suppression: {
    rules: words(),
    reason: text(),
    until: text(),
    expired: flag(),
    used: flag(),
  },
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];

/** The links that `lint/link` makes: from a fact to the facts it belongs with. */
export const links = {
  request: ['into', 'client', 'cse', 'upload', 'readOf', 'copyOf'],
  client: [],
  cse: [],
  bucket: ['key', 'uploads'],
  policy: [],
  key: ['buckets'],
  object: ['in'],
  sink: ['reads'],
  suppression: [],
} as const satisfies Record<Kind, readonly string[]>;

/** The plain shape of one kind, as `facts --format json` prints known fields. */
export type Plain<K extends Kind> = {
  [F in keyof (typeof kinds)[K]]?: Static<(typeof kinds)[K][F] & TSchema>;
};

type Join<A extends string, B extends string> = `${A}.${B}`;
type PathsOf<T> = {
  [F in keyof T & string]: NonNullable<T[F]> extends readonly unknown[]
    ? F
    : string extends keyof NonNullable<T[F]>
      ? F
      : NonNullable<T[F]> extends object
        ? Join<F, PathsOf<NonNullable<T[F]>>>
        : F;
}[keyof T & string];

/** A dotted path to a leaf of a kind: `encryption.mode`. Lists and maps are leaves. */
export type FieldPath<K extends Kind> = K extends Kind ? PathsOf<Plain<K>> : never;
