import type { Argument, Expression, Opaque, Program, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { type GrammarName, type Node, parserOf } from './grammar.ts';

export type ToExpression = (node: Node, x: Translation) => Expression;
export type ToStatements = (node: Node, x: Translation) => Statement | Statement[];
export type ToArgument = (node: Node, x: Translation) => Argument | Argument[];

/** One language as data: what each type of node says in the common form. What is not named here is opaque. */
export interface Adapter {
  /** As the data of SDKs name it: `python`. */
  language: string;
  grammar: GrammarName;
  expressions: Record<string, ToExpression>;
  /** Looked up before `expressions` wherever a statement may stand. */
  statements: Record<string, ToStatements>;
  /** Arguments that are more than an expression: keywords, spreads, blocks. */
  arguments: Record<string, ToArgument>;
  /** Puts the statements of a whole file in order: methods to their classes. */
  arrange?: (body: Statement[], x: Translation) => Statement[];
}

export type Translate = (file: string, text: string) => Program;

/** What puts a file's text into the common form. It never fails on the text: what cannot be read is a hole. */
export async function translatorOf(adapter: Adapter): Promise<Translate> {
  const parse = await parserOf(adapter.grammar);
  return (file, text) => {
    const translation = new Translation(adapter, file, text);
    const read = translation.statements(parse(text));
    const body = adapter.arrange?.(read, translation) ?? read;
    return { file, text, language: adapter.language, body, holes: translation.holes };
  };
}

export async function translate(adapter: Adapter, file: string, text: string): Promise<Program> {
  return (await translatorOf(adapter))(file, text);
}

/** One file on its way into the form: adapters ask it for the forms of their children. */
export class Translation {
  readonly holes: Place[] = [];
  /** Names of the function at hand, where an adapter must tell them from others. */
  names = new Set<string>();
  private early: Statement[] = [];

  constructor(
    readonly adapter: Adapter,
    readonly file: string,
    readonly text: string,
  ) {}

  place(from: Node, to: Node = from): Place {
    return { file: this.file, start: from.start, end: to.end };
  }

  words(node: Node): string {
    return this.text.slice(node.start, node.end);
  }

  /** `around` gives the place where the node is not there. */
  expression(node: Node | undefined, around?: Node): Expression {
    if (!node) return this.opaque(around!, 'nothing stands here');
    const make = this.adapter.expressions[node.type];
    if (make && !node.missing) return make(node, this);
    if (isBroken(node)) this.holes.push(this.place(node));
    return this.opaque(node, isBroken(node) ? 'a syntax error' : this.unread(node));
  }

  private unread(node: Node): string {
    return `\`${node.type.replaceAll('_', ' ')}\` is not followed`;
  }

  /** Unknown, but what stands inside it still runs. */
  opaque(node: Node, reason: string): Opaque {
    const parts = named(node).flatMap((child) => this.partsOf(child));
    return { form: 'opaque', reason, place: this.place(node), ...(parts.length > 0 && { parts }) };
  }

  private partsOf(node: Node): Expression[] {
    if (this.adapter.expressions[node.type]) return [this.expression(node)];
    return named(node).flatMap((child) => this.partsOf(child));
  }

  /** All statements directly in a body. */
  statements(body: Node | undefined): Statement[] {
    return body ? body.children.flatMap((child) => this.statement(child)) : [];
  }

  statement(node: Node | undefined): Statement[] {
    return node ? this.together(() => this.plainStatement(node)) : [];
  }

  /** Statements after those that their expressions hold. */
  together(make: () => Statement[]): Statement[] {
    const outer = this.early;
    this.early = [];
    const made = make();
    const all = [...this.early, ...made];
    this.early = outer;
    return all;
  }

  private plainStatement(node: Node): Statement[] {
    const make = node.named ? this.adapter.statements[node.type] : undefined;
    if (make && !node.missing) return [make(node, this)].flat();
    if (isBroken(node)) {
      this.holes.push(this.place(node));
      return this.statements(node);
    }
    if (!node.named) return [];
    if (
      !this.adapter.expressions[node.type] &&
      named(node).some((child) => this.adapter.statements[child.type])
    ) {
      return this.statements(node);
    }
    return [{ form: 'run', expression: this.expression(node), place: this.place(node) }];
  }

  /** A statement that an expression holds (`x := 1` in a condition): it runs before the statement around it. */
  before(statement: Statement): void {
    this.early.push(statement);
  }

  /** Makes what stands in a function: the names it has are its own. */
  inside<T>(names: Iterable<string>, make: () => T): T {
    const outer = this.names;
    this.names = new Set(names);
    const made = make();
    this.names = outer;
    return made;
  }

  /** The arguments in a pair of brackets. In a broken list any other may follow. */
  args(list: Node | undefined): Argument[] {
    if (!list) return [];
    const args = named(list).flatMap((child) => this.argument(child));
    return this.broken(list) ? [...args, this.restOf(list)] : args;
  }

  argument(node: Node): Argument[] {
    if (node.type === 'ERROR') return [];
    const make = this.adapter.arguments[node.type];
    if (make) return [make(node, this)].flat();
    return [{ value: this.expression(node), place: this.place(node) }];
  }

  private restOf(list: Node): Argument {
    const value = this.opaque(list, 'a syntax error');
    return { value: { ...value, parts: undefined }, spread: 'record', place: value.place };
  }

  /** Whether the parser stumbled directly inside a node; notes where. */
  broken(node: Node): boolean {
    const stumbles = node.children.filter(isBroken);
    for (const each of stumbles) this.holes.push(this.place(each));
    return stumbles.length > 0;
  }
}

export function isBroken(node: Node): boolean {
  return node.type === 'ERROR' || node.missing === true;
}

/** Children that are rules of the grammar. */
export function named(node: Node): Node[] {
  return node.children.filter((child) => child.named);
}

/** The child that fills a field. */
export function child(node: Node, field: string): Node | undefined {
  return node.children.find((each) => each.field === field);
}

export function childrenOf(node: Node, field: string): Node[] {
  return node.children.filter((each) => each.field === field);
}

/** The first child of one of some types. */
export function ofType(node: Node, ...types: string[]): Node | undefined {
  return node.children.find((each) => types.includes(each.type));
}

export function allOfType(node: Node, ...types: string[]): Node[] {
  return node.children.filter((each) => types.includes(each.type));
}
