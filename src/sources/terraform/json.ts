import { type Node, parseTree } from 'jsonc-parser';
import type { Expression } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { hclParser } from './hcl.ts';
import type { Attribute, Block, Body, Parsed } from './syntax.ts';

/** How many labels each block of the JSON syntax has (https://developer.hashicorp.com/terraform/language/syntax/json). */
const labels: Record<string, number> = {
  resource: 2,
  data: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  backend: 1,
  locals: 0,
  terraform: 0,
  lifecycle: 0,
  dynamic: 1,
  content: 0,
};

type Parse = (path: string, text: string) => Parsed;

/** Reads `.tf.json` and `.tfvars.json`. Nested blocks other than those named here are values, which read alike. */
export async function jsonParser(): Promise<Parse> {
  const hcl = await hclParser();
  return (path, text) => {
    const reader = new JsonReader(path, text, hcl);
    const root = parseTree(text);
    const place = { file: path, start: 0, end: text.length };
    if (root?.type !== 'object')
      return { path, text, body: { attributes: [], blocks: [], place }, holes: [place] };
    return { path, text, body: reader.body(root), holes: [] };
  };
}

class JsonReader {
  constructor(
    private readonly path: string,
    private readonly text: string,
    private readonly hcl: Parse,
  ) {}

  body(node: Node): Body {
    const body: Body = { attributes: [], blocks: [], place: this.inside(node) };
    for (const [name, value] of properties(node)) {
      const type = String(name.value);
      if (labels[type] === undefined || !isContainer(value))
        body.attributes.push(this.attribute(name, value));
      else body.blocks.push(...this.blocks(type, name, value, labels[type], []));
    }
    return body;
  }

  private blocks(type: string, name: Node, value: Node, depth: number, above: string[]): Block[] {
    if (value.type === 'array')
      return (value.children ?? []).flatMap((each) => this.blocks(type, name, each, depth, above));
    if (depth > 0) {
      return properties(value).flatMap(([label, inner]) =>
        this.blocks(type, name, inner, depth - 1, [...above, String(label.value)]),
      );
    }
    return [
      { type, typePlace: this.place(name), labels: above, body: this.body(value), place: this.place(value) },
    ];
  }

  private attribute(name: Node, value: Node): Attribute {
    const place = { ...this.place(name), end: value.offset + value.length };
    return { name: String(name.value), namePlace: this.place(name), value: this.expression(value), place };
  }

  private expression(node: Node): Expression {
    const place = this.place(node);
    if (node.type === 'object') {
      const entries = properties(node).map(([name, value]) => ({
        name: this.literal(name),
        value: this.expression(value),
        place: { ...this.place(name), end: value.offset + value.length },
      }));
      return { form: 'record', entries, place };
    }
    if (node.type === 'array')
      return { form: 'list', items: (node.children ?? []).map((each) => this.expression(each)), place };
    if (node.type === 'string' && /[$%]\{/.test(node.value)) return this.template(node);
    return this.literal(node);
  }

  private literal(node: Node): Expression {
    return { form: 'literal', value: node.value ?? null, place: this.place(node) };
  }

  /** A string is a template of the native syntax; its places are exact where JSON escapes nothing. */
  private template(node: Node): Expression {
    const raw = this.text.slice(node.offset + 1, node.offset + node.length - 1);
    const isPlain = !raw.includes('\\');
    const before = 'x = "';
    const inner = isPlain
      ? raw
      : String(node.value)
          .replaceAll('\\', '\\\\')
          .replaceAll(/"(?![^{]*\})/g, '\\"')
          .replaceAll('\n', '\\n');
    const value = this.hcl(this.path, `${before}${inner}"\n`).body.attributes[0]?.value;
    if (!value) return { form: 'opaque', reason: 'a template that cannot be read', place: this.place(node) };
    const moved = moveTo(value, (place) =>
      isPlain
        ? {
            ...place,
            start: place.start - before.length + node.offset + 1,
            end: place.end - before.length + node.offset + 1,
          }
        : this.place(node),
    );
    return { ...moved, place: this.place(node) };
  }

  private place(node: Node): Place {
    return { file: this.path, start: node.offset, end: node.offset + node.length };
  }

  private inside(node: Node): Place {
    return { file: this.path, start: node.offset + 1, end: node.offset + node.length - 1 };
  }
}

function properties(node: Node): [Node, Node][] {
  return (node.children ?? []).flatMap((each): [Node, Node][] => {
    const [name, value] = each.children ?? [];
    return name && value ? [[name, value]] : [];
  });
}

const isContainer = (node: Node) => node.type === 'object' || node.type === 'array';

/** An expression with all its places moved. */
export function moveTo(expression: Expression, move: (place: Place) => Place): Expression {
  const walk = (part: unknown, key?: string): unknown => {
    if (Array.isArray(part)) return part.map((each) => walk(each));
    if (typeof part !== 'object' || part === null) return part;
    if (key === 'place') return move(part as Place);
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, walk(value, name)]));
  };
  return walk(expression) as Expression;
}
