import Type, { type Static } from 'typebox';

/**
 * One SDK or library as data: which call is which S3 operation, and which parameter is which member. Names of
 * members and operations need no entry where they are S3's own in any spelling (`put_object`, `SetSSEKMSKeyId`).
 * `path`s are dotted; they are found below one of `modules`, or by their own name where an import brings all in (`*`).
 */
const Members = Type.Array(Type.String());
const Where = Type.Object({
  argument: Type.Optional(Type.Number()),
  keyword: Type.Optional(Type.String()),
  /** An entry of the first argument, or of the object itself. */
  entry: Type.Optional(Type.String()),
});

export const SdkSchema = Type.Object({
  $schema: Type.Optional(Type.String()),
  sdk: Type.String(),
  languages: Type.Array(Type.String()),
  /** Symbols below which its names stand. A file that imports none of them is not matched by method names alone. */
  modules: Type.Array(Type.String()),
  keys: Type.Object({
    encoding: Type.Union([Type.Literal('raw'), Type.Literal('base64'), Type.Literal('either')]),
    md5: Type.Union([Type.Literal('computed'), Type.Literal('manual')]),
    rawUnlessMd5: Type.Optional(Type.Boolean()),
    refusesHttp: Type.Optional(Type.Boolean()),
  }),
  /** How fixes spell a member that is S3's own; `exceptions` below come first. */
  spelling: Type.Union([
    Type.Literal('pascal'),
    Type.Literal('camel'),
    Type.Literal('snake'),
    Type.Literal('setPascal'),
    Type.Literal('withPascal'),
  ]),
  /**
   * How fixes write a member's constant (`{}`) where its type is no text, or one constant each; `*` is any other
   * member; null where this SDK has no parameter for it alone.
   */
  values: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Null(), Type.Record(Type.String(), Type.String())]),
    ),
  ),
  /** Names that are not S3's own: this SDK's spelling → S3's member. */
  members: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** Parameters that hold members themselves: an object's entries, its constructor's arguments, what it implies. */
  expands: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Object({
        entries: Type.Optional(Type.Record(Type.String(), Type.String())),
        made: Type.Optional(Members),
        implies: Type.Optional(Type.Record(Type.String(), Type.String())),
      }),
    ),
  ),
  /** Types whose objects are made here, so that nothing in them is hidden. */
  types: Type.Optional(Type.Array(Type.String())),
  clients: Type.Array(
    Type.Object({
      path: Type.String(),
      /** Only where this argument or keyword is this service. */
      service: Type.Optional(
        Type.Object({ argument: Type.Number(), keyword: Type.Optional(Type.String()), is: Members }),
      ),
      /** It encrypts before it sends. */
      encrypts: Type.Optional(
        Type.Object({ library: Type.String(), generation: Type.Optional(Type.String()) }),
      ),
    }),
  ),
  /** Steps of resource objects and the members that their arguments are: `Object` → `Bucket`, `Key`. */
  steps: Type.Optional(Type.Record(Type.String(), Members)),
  /** Functions among the arguments are called back, and build nothing. */
  callbacks: Type.Optional(Type.Boolean()),
  /** Arguments that stand before the input: Go's context, of every method or of those named `…WithContext`. */
  context: Type.Optional(Type.Union([Type.Literal('always'), Type.Literal('withContext')])),
  /** Positional arguments of operations and of request types, as members. */
  positional: Type.Optional(Type.Record(Type.String(), Members)),
  /** Methods that are not named as operations are. */
  methods: Type.Optional(
    Type.Array(
      Type.Object({
        method: Type.String(),
        operation: Type.String(),
        managed: Type.Optional(Type.Boolean()),
        /** It may write elsewhere than to S3: a request only where encryption is given. */
        whereGiven: Type.Optional(Type.Boolean()),
        presigned: Type.Optional(Type.Boolean()),
        /** The operation is that of the HTTP method among what is given. */
        byVerb: Type.Optional(Type.Boolean()),
        /** Only on these steps or types of receiver. */
        on: Type.Optional(Members),
        positional: Type.Optional(Members),
        /** Where the members stand in a map of their own: `ExtraArgs`, `params`. */
        input: Type.Optional(Where),
        /** Members that are refused here, and what is to be written instead. */
        rejects: Type.Optional(Type.Record(Type.String(), Type.String())),
        /** Clear enough to be matched on a receiver that cannot be known. */
        distinct: Type.Optional(Type.Boolean()),
      }),
    ),
  ),
  /** Objects that are sent later: `new PutObjectCommand(input)`, `new Upload({ params })`. */
  commands: Type.Optional(
    Type.Array(
      Type.Object({
        /** `{Operation}Command`, or one operation's own name. */
        path: Type.String(),
        operation: Type.Optional(Type.String()),
        input: Where,
        client: Type.Optional(Where),
        managed: Type.Optional(Type.Boolean()),
        whereGiven: Type.Optional(Type.Boolean()),
        /** Methods of the object itself that send it. */
        sentBy: Type.Optional(Members),
      }),
    ),
  ),
  /** Methods that send a command or a built request: `send`. */
  senders: Type.Optional(Members),
  /** An operation's method without arguments begins a chain of setters that a sender ends (Rust). */
  fluent: Type.Optional(Type.Boolean()),
  /** Functions and methods that presign: what names the operation, or holds the command. */
  presigns: Type.Optional(
    Type.Array(
      Type.Object({
        path: Type.String(),
        /** A command object. */
        command: Type.Optional(Where),
        /** The operation's name as text. */
        operation: Type.Optional(Where),
        input: Type.Optional(Where),
        /** A presigned POST: fields and conditions are members by their header names. */
        post: Type.Optional(Type.Boolean()),
        positional: Type.Optional(Members),
        options: Type.Optional(Where),
        client: Type.Optional(Where),
      }),
    ),
  ),
  /** Names of a module that configure writers: what each holds is the input of an operation. */
  settings: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** Options of clients: this SDK's spelling → `endpoint`, `secure`, `insecure`, `verified`, `unverified`, `signature`. */
  options: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** Options of client-side encryption, or their types → `commitment`, `algorithm`, `mode`, `switch`, `wrappingKey`, `anyKey`. */
  encryption: Type.Optional(Type.Record(Type.String(), Type.String())),
});

export type Sdk = Static<typeof SdkSchema>;
