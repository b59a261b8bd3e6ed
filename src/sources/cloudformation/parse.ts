import { type Node as JsonNode, parseTree } from 'jsonc-parser';
import type { Document, Node, ParsedNode } from 'yaml';
import type { Argument, Entry, Expression } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';

/** A template as an expression: intrinsics are calls, in YAML's short form, its long form and JSON alike. */
export interface Parsed {
  path: string;
  text: string;
  root: Expression;
  holes: { place: Place; message: string }[];
}

export async function parserFor(): Promise<(path: string, text: string) => Parsed> {
  const yaml = await import('yaml');
  const ofYaml = (path: string, text: string): Parsed => {
    const document = yaml.parseDocument(text, {
      merge: true,
      logLevel: 'silent',
      uniqueKeys: false,
      strict: false,
    });
    const holes = document.errors.map((error) => ({
      place: { file: path, start: error.pos[0], end: error.pos[1] },
      message: error.message.split('\n', 1)[0]!.replace(/ at line.*$/, ''),
    }));
    return { path, text, root: new YamlReader(path, text, yaml, document).read(document.contents), holes };
  };
  return (path, text) => (/^\s*\{/.test(text) ? ofJson(path, text) : ofYaml(path, text));
}

type Yaml = typeof import('yaml');

const mostAliases = 1000;

class YamlReader {
  private aliases = 0;

  constructor(
    private readonly path: string,
    private readonly text: string,
    private readonly yaml: Yaml,
    private readonly document: Document<ParsedNode>,
  ) {}

  read(node: Node | null | undefined): Expression {
    const { isAlias, isMap, isScalar, isSeq } = this.yaml;
    const place = this.place(node);
    if (isAlias(node)) {
      this.aliases += 1;
      const source = this.aliases > mostAliases ? undefined : node.resolve(this.document);
      return source ? this.read(source) : { form: 'opaque', reason: 'an alias that is not followed', place };
    }
    const value = this.untagged(node, place, isScalar, isMap, isSeq);
    const tag = node?.tag;
    return tag?.startsWith('!') && tag !== '!' ? intrinsic(tag.slice(1), value, place) : value;
  }

  private untagged(
    node: Node | null | undefined,
    place: Place,
    isScalar: Yaml['isScalar'],
    isMap: Yaml['isMap'],
    isSeq: Yaml['isSeq'],
  ): Expression {
    if (isScalar(node)) return { form: 'literal', value: node.value as string, place };
    if (isSeq(node)) return { form: 'list', items: node.items.map((each) => this.read(each as Node)), place };
    if (!isMap(node)) return { form: 'literal', value: null, place };
    const entries = node.items.map((pair): Entry => {
      const name = this.read(pair.key as Node);
      const value = this.read(pair.value as Node | null);
      const given = pair.value ? value : { ...value, place: { ...name.place, start: name.place.end } };
      return { name, value: given, place: { ...name.place, end: Math.max(name.place.end, given.place.end) } };
    });
    return record(entries, place);
  }

  private place(node: Node | null | undefined): Place {
    const [start = 0, end = 0] = node?.range ?? [];
    const words = this.text.slice(start, end);
    return { file: this.path, start, end: start + words.trimEnd().length };
  }
}

function ofJson(path: string, text: string): Parsed {
  const errors: { offset: number; length: number }[] = [];
  const tree = parseTree(text, errors as never, { allowTrailingComma: true });
  const place = (node: JsonNode): Place => ({
    file: path,
    start: node.offset,
    end: node.offset + node.length,
  });
  const read = (node: JsonNode): Expression => {
    if (node.type === 'array')
      return { form: 'list', items: (node.children ?? []).map(read), place: place(node) };
    if (node.type !== 'object') return { form: 'literal', value: node.value ?? null, place: place(node) };
    const entries = (node.children ?? []).flatMap(({ children = [], ...property }): Entry[] => {
      const [name, value] = children;
      return name && value
        ? [{ name: read(name), value: read(value), place: place(property as JsonNode) }]
        : [];
    });
    return record(entries, place(node));
  };
  const holes = errors.map(({ offset, length }) => ({
    place: { file: path, start: offset, end: offset + length },
    message: 'a JSON syntax error',
  }));
  const root: Expression = tree
    ? read(tree)
    : { form: 'literal', value: null, place: { file: path, start: 0, end: 0 } };
  return { path, text, root, holes };
}

/** A map of one entry that is called like a function is one. */
function record(entries: Entry[], place: Place): Expression {
  const [only] = entries;
  if (entries.length === 1 && only?.name.form === 'literal') {
    const name = String(only.name.value);
    if (name.startsWith('Fn::')) return intrinsic(name.slice(4), only.value, place);
    if (name === 'Ref' || (name === 'Condition' && only.value.form === 'literal'))
      return intrinsic(name, only.value, place);
  }
  return { form: 'record', entries, place };
}

/** A list gives the arguments one by one; `GetAtt a.b` is `[a, b]`. */
function intrinsic(name: string, given: Expression, place: Place): Expression {
  const values =
    given.form === 'list'
      ? given.items.flatMap((each) => ('spread' in each ? [] : [each]))
      : parts(name, given);
  const args = values.map((value): Argument => ({ value, place: value.place }));
  return { form: 'call', callee: { form: 'reference', name, place }, args, place };
}

function parts(name: string, given: Expression): Expression[] {
  if (name !== 'GetAtt' || given.form !== 'literal') return [given];
  const [resource, ...attribute] = String(given.value).split('.');
  return [
    { ...given, value: resource! },
    { ...given, value: attribute.join('.') },
  ];
}
