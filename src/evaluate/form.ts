import type { Place } from '../model/place.ts';
import type { Scalar } from '../model/value.ts';

/**
 * The small form into which every parser's adapter puts a program or template: just enough to follow values.
 * Expressions say what a value is; statements say in which order values change.
 */
export type Expression =
  | Literal
  | Reference
  | Member
  | RecordExpression
  | ListExpression
  | Call
  | Choice
  | Template
  | Operation
  | Lambda
  | Opaque;

/** A constant of the source: string, number, boolean, or null (also `undefined`, `None`, `nil`). */
export interface Literal {
  form: 'literal';
  value: Scalar;
  place: Place;
}

/** A name: variable, parameter, function, class, import. The receiver of a method is `this` in every language. */
export interface Reference {
  form: 'reference';
  name: string;
  place: Place;
}

/** `a.b`, `a::b`, `a->b`, `a?.b` with a literal name; `a[k]` with any. */
export interface Member {
  form: 'member';
  of: Expression;
  name: Expression;
  place: Place;
}

/** Dict, map, object, hash, struct or initialiser; `type` where it has one: `s3.PutObjectInput{…}`. */
export interface RecordExpression {
  form: 'record';
  type?: Expression;
  entries: (Entry | Spread)[];
  place: Place;
}

export interface Entry {
  name: Expression;
  value: Expression;
  /** Name and value together, without the separator. */
  place: Place;
  /** A getter: a function whose returned value is the entry's. */
  getter?: true;
}

export interface Spread {
  spread: Expression;
  place: Place;
}

export interface ListExpression {
  form: 'list';
  items: (Expression | Spread)[];
  place: Place;
}

/** A call, or a construction (`new T(…)`, `T(…)`, `T {…}`). */
export interface Call {
  form: 'call';
  callee: Expression;
  args: Argument[];
  place: Place;
}

export interface Argument {
  /** Of a keyword or labelled argument. */
  name?: string;
  namePlace?: Place;
  value: Expression;
  /** `*args` and `...args` spread a list; `**kwargs` and `...$named` a record. */
  spread?: 'list' | 'record';
  place: Place;
}

/** `c ? a : b`; `a || b`, `a ?? b` (condition and `then` are both a); `a && b` (`otherwise` is a). */
export interface Choice {
  form: 'choice';
  /** `a ?? b`: only what is null or absent is replaced. */
  nullish?: true;
  condition: Expression;
  then: Expression;
  otherwise: Expression;
  place: Place;
}

/** Interpolation and concatenation. */
export interface Template {
  form: 'template';
  parts: Expression[];
  place: Place;
}

/** `operator` in C's spelling: `!`, `==`, `!=`, `<`, `&&`, `||`, `in`, … */
export interface Operation {
  form: 'operation';
  operator: string;
  operands: Expression[];
  place: Place;
}

export interface Lambda {
  form: 'lambda';
  function: FunctionForm;
  place: Place;
}

/** What this form cannot say; its value is unknown, by this reason. */
export interface Opaque {
  form: 'opaque';
  reason: string;
  place: Place;
  /** Expressions inside it that run all the same. */
  parts?: Expression[];
}

export type Statement =
  | Bind
  | Assign
  | Run
  | Branch
  | Switch
  | Loop
  | Block
  | Return
  | Leave
  | FunctionStatement
  | ClassStatement
  | Import;

/** Declares a name, with its value and type where they are written. Destructuring is one `bind` a name. */
export interface Bind {
  form: 'bind';
  name: string;
  value?: Expression;
  type?: Expression;
  exported?: boolean;
  /** Assigned once, by the language's own word. */
  constant?: boolean;
  place: Place;
}

/** Changes what already is: a name or a member. `operator` is `=`, `+=`, `||=`, `??=`. */
export interface Assign {
  form: 'assign';
  target: Expression;
  operator: string;
  value: Expression;
  place: Place;
}

export interface Run {
  form: 'run';
  expression: Expression;
  place: Place;
}

export interface Branch {
  form: 'branch';
  condition: Expression;
  then: Statement[];
  otherwise: Statement[];
  place: Place;
}

export interface Switch {
  form: 'switch';
  subject?: Expression;
  /** Without `tests`: the default. A case does not fall through, unless it says so. */
  cases: { tests: Expression[]; body: Statement[]; fallsThrough?: boolean }[];
  place: Place;
}

/** A body that runs any number of times. `bind` is its variable, `over` what it goes through. */
export interface Loop {
  form: 'loop';
  bind?: string;
  over?: Expression;
  body: Statement[];
  place: Place;
}

/** Runs once, in order: `try`, `with`, `using`. A `catch` or `except` is a `branch` on an opaque condition. */
export interface Block {
  form: 'block';
  body: Statement[];
  place: Place;
}

export interface Return {
  form: 'return';
  value?: Expression;
  place: Place;
}

/** `throw`, `break`, `continue`, `exit`: what follows in this body does not run. */
export interface Leave {
  form: 'leave';
  place: Place;
}

export interface FunctionStatement {
  form: 'function';
  function: FunctionForm;
  exported?: boolean;
  place: Place;
}

export interface FunctionForm {
  /** Absent for a lambda. */
  name?: string;
  params: Parameter[];
  body: Statement[];
  /** A static or class method. */
  isStatic?: boolean;
  /** Runs when an instance is made. */
  isConstructor?: boolean;
  /** A property's getter. */
  isGetter?: boolean;
  /** In a lambda: `this`, or an implicit receiver, is the first argument (Kotlin, Ruby's `instance_eval`). */
  receiver?: boolean;
  place: Place;
}

/** Destructured parameters have a made-up name and one `bind` a name at the top of the body. */
export interface Parameter {
  name: string;
  type?: Expression;
  default?: Expression;
  /** `*args`, `...rest`: a list; `**kwargs`: a record. */
  rest?: 'list' | 'record';
  place: Place;
}

export interface ClassStatement {
  form: 'class';
  name: string;
  bases: Expression[];
  /** Fields with their values, enum members and constants; those of the class itself are `isStatic`. */
  fields: (Bind & { isStatic?: boolean })[];
  methods: FunctionForm[];
  /** Statements of the class body. */
  body: Statement[];
  exported?: boolean;
  place: Place;
}

/**
 * Binds a name to something of another module. `symbol` is dotted, the module first:
 * `@aws-sdk/client-s3.PutObjectCommand`, `boto3`, `software.amazon.awssdk.services.s3.S3Client`, `Aws.S3`.
 * `name` `*` brings in everything under `symbol`. `module` is what can be looked up as a file of the workspace,
 * `imported` its exported name (`default`, `*` for the whole of it).
 */
export interface Import {
  form: 'import';
  name: string;
  symbol: string;
  module?: string;
  imported?: string;
  place: Place;
}

/** One file, read. */
export interface Program {
  file: string;
  text: string;
  /** `typescript`, `python`, `java`, …: the names in the data of `src/sdks`. */
  language: string;
  body: Statement[];
  /** Places where the parser met what it could not read. */
  holes: Place[];
}
