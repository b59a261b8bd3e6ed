import { ts } from 'ts-morph';
import type { Expression, Literal, Member, Opaque, Reference, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import type { Scalar } from '../../model/value.ts';
import { expressions } from './expressions.ts';
import { statements } from './statements.ts';

/** Deeper expressions than this are nobody's, and would exhaust the stack. */
const deepest = 400;

/** The whole of what a file exports in CommonJS, as a name that no program can have. */
export const wholeExport = 'module.exports';

/** One file on its way into the form: what each kind of node asks for the forms of its children. */
export class Translation {
  /** Names that are exported elsewhere than where they are declared. */
  readonly exported = new Set<string>();
  /** Names whose modules stand outside the workspace, so that `.default` is the module itself. */
  readonly outside = new Set<string>();
  /** Names that stand for types: imported ones, and the file's own classes. */
  readonly types = new Set<string>();
  usesModuleExports = false;
  private early: Statement[] = [];
  private depth = 0;

  constructor(
    readonly file: string,
    readonly source: ts.SourceFile,
  ) {}

  place(from: ts.Node, to: ts.Node = from): Place {
    return { file: this.file, start: from.getStart(this.source), end: to.end };
  }

  words(node: ts.Node): string {
    return this.source.text.slice(node.getStart(this.source), node.end);
  }

  expression(node: ts.Node): Expression {
    if (this.depth > deepest) return this.opaque(node, 'nested too deep');
    this.depth += 1;
    const make = expressions.get(node.kind);
    const expression = make ? make(node, this) : this.opaque(node, unread(node));
    this.depth -= 1;
    return expression;
  }

  /** The statements of a body, each behind what its expressions do on the way. */
  body(nodes: readonly ts.Node[]): Statement[] {
    return nodes.flatMap((node) => this.gathered(() => statements.get(node.kind)?.(node, this) ?? []));
  }

  statement(node: ts.Statement | undefined): Statement[] {
    if (!node) return [];
    return this.body(ts.isBlock(node) ? node.statements : [node]);
  }

  /** What `make` gives, behind the statements that it met in expressions. */
  gathered(make: () => Statement[]): Statement[] {
    const outer = this.early;
    this.early = [];
    const made = make();
    const all = [...this.early, ...made];
    this.early = outer;
    return all;
  }

  /** Something that happens inside an expression: an assignment, a class, an import. */
  before(statement: Statement): void {
    this.early.push(statement);
  }

  /** An expression that is reached only where a condition holds: so is what happens in it. */
  reached(node: ts.Node, condition: Expression, when: boolean): Expression {
    let expression: Expression | undefined;
    const happens = this.gathered(() => {
      expression = this.expression(node);
      return [];
    });
    if (happens.length > 0) {
      const [then, otherwise] = when ? [happens, []] : [[], happens];
      this.before({ form: 'branch', condition, then, otherwise, place: this.place(node) });
    }
    return expression!;
  }

  literal(node: ts.Node, value: Scalar): Literal {
    return { form: 'literal', value, place: this.place(node) };
  }

  reference(node: ts.Node, name = this.words(node)): Reference {
    return { form: 'reference', name, place: this.place(node) };
  }

  member(of: Expression, name: string, node: ts.Node): Member {
    return { form: 'member', of, name: this.literal(node, name), place: this.place(node) };
  }

  opaque(node: ts.Node, reason: string, parts: readonly ts.Node[] = []): Opaque {
    return {
      form: 'opaque',
      reason,
      place: this.place(node),
      ...(parts.length > 0 && { parts: parts.map((part) => this.expression(part)) }),
    };
  }
}

function unread(node: ts.Node): string {
  const kind = (ts.SyntaxKind[node.kind] ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return `what a ${kind} gives is not followed`;
}
