import Type, { type Static } from 'typebox';

/**
 * One command line tool as data: which subcommand is which S3 operation, and which flag is which member. `member`
 * names are S3's own; of a transfer (a copy between here and there) the operation follows from its two ends.
 */
const Text = Type.String();
const Client = Type.Union([
  Type.Literal('endpoint'),
  Type.Literal('insecure'),
  Type.Literal('secure'),
  Type.Literal('verified'),
  Type.Literal('unverified'),
  Type.Literal('signature'),
]);

export const FlagSchema = Type.Object({
  /** S3's member that its value is. */
  member: Type.Optional(Text),
  /** What it says of the connection; a switch says so by standing there. */
  client: Type.Optional(Client),
  /** It takes no value, and stands for this one. */
  is: Type.Optional(Type.Union([Text, Type.Boolean()])),
  /** What it stands for where its value is left out. */
  bare: Type.Optional(Text),
  /** `TARGET=value`: the member is behind the sign. */
  targeted: Type.Optional(Type.Boolean()),
  /** The value is raw headers: one, or `name:value` joined by bars. */
  headers: Type.Optional(Type.Union([Type.Literal('one'), Type.Literal('bars')])),
  /** Without this flag beside it the tool ignores it. */
  needs: Type.Optional(Type.Object({ flag: Text, values: Type.Array(Text) })),
  /** Members that it brings along, where they are not written. */
  implies: Type.Optional(Type.Record(Text, Text)),
  /** The customer key's form here, where it is not the tool's. */
  encoding: Type.Optional(Type.Union([Type.Literal('raw'), Type.Literal('base64'), Type.Literal('either')])),
  /** It opens an upload, whatever else is said. */
  method: Type.Optional(Text),
});

const Flags = Type.Record(Text, FlagSchema);

export const ToolSchema = Type.Object({
  $schema: Type.Optional(Text),
  tool: Text,
  /** Names of the program, lower case, without path and `.exe`. */
  programs: Type.Array(Text),
  /** Where its flags begin: `gnu` `--flag value`, `-f`; `single` `-Flag value` in any case. */
  style: Type.Union([Type.Literal('gnu'), Type.Literal('single')]),
  keys: Type.Object({
    encoding: Type.Union([Type.Literal('raw'), Type.Literal('base64'), Type.Literal('either')]),
    md5: Type.Union([Type.Literal('computed'), Type.Literal('manual')]),
    refusesHttp: Type.Optional(Type.Boolean()),
  }),
  /** Flags of every subcommand. */
  flags: Type.Optional(Flags),
  /** Flags without a value that say nothing here. */
  switches: Type.Optional(Type.Array(Text)),
  /** Variables of the environment that stand for a flag. */
  environment: Type.Optional(Type.Record(Text, Text)),
  /** Where the program itself is the operation. */
  operations: Type.Optional(Type.Record(Text, Text)),
  subcommands: Type.Array(
    Type.Object({
      /** `["s3", "cp"]`; alternatives with a bar; empty where the program has none. `*` is any S3 operation in kebab case. */
      path: Type.Array(Text),
      operation: Type.Optional(Text),
      /** Copies between here and a place that begins like this. */
      transfer: Type.Optional(Text),
      managed: Type.Optional(Type.Boolean()),
      presigned: Type.Optional(Type.Boolean()),
      /** Only where one of its flags that are members is written is it known to concern S3. */
      onlyWithMembers: Type.Optional(Type.Boolean()),
      flags: Type.Optional(Flags),
      /** Flags that are refused here, and what is to be written instead. */
      rejects: Type.Optional(Type.Record(Text, Text)),
    }),
  ),
});

export type Tool = Static<typeof ToolSchema>;
export type Flag = Static<typeof FlagSchema>;
export type Subcommand = Tool['subcommands'][number];
