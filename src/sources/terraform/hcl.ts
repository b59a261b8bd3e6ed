import { allOfType, isBroken, ofType, Translation } from '../code/adapter.ts';
import { type Node, parserOf } from '../code/grammar.ts';
import { adapter, textOfQuoted } from './hcl-expressions.ts';
import { withoutOthers } from './outline.ts';
import type { Attribute, Block, Body, Parsed } from './syntax.ts';

/** Reads HCL's native syntax (the grammar follows https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). */
export async function hclParser(): Promise<(path: string, text: string) => Parsed> {
  const parse = await parserOf('hcl');
  return (path, text) => {
    const x = new Translation(adapter, path, text);
    const outline = withoutOthers(text);
    if (!/^[^#\s]/m.test(outline)) return { path, text, body: emptyBody(path), holes: [] };
    const root = parse(outline);
    const body = bodyOf(ofType(root, 'body') ?? root, root, x);
    return { path, text, body, holes: brokenIn(root).map((node) => x.place(node)) };
  };
}

function emptyBody(file: string): Body {
  return { attributes: [], blocks: [], place: { file, start: 0, end: 0 } };
}

/** Where the parser stumbled, the outermost nodes. */
function brokenIn(node: Node): Node[] {
  return isBroken(node) ? [node] : node.children.flatMap(brokenIn);
}

function bodyOf(node: Node, around: Node, x: Translation): Body {
  return {
    attributes: allOfType(node, 'attribute').map((each) => attributeOf(each, x)),
    blocks: allOfType(node, 'block').map((each) => blockOf(each, x)),
    place: x.place(around),
  };
}

function attributeOf(node: Node, x: Translation): Attribute {
  const name = ofType(node, 'identifier')!;
  const value = x.expression(ofType(node, 'expression'), node);
  return { name: x.words(name), namePlace: x.place(name), value, place: x.place(node) };
}

function blockOf(node: Node, x: Translation): Block {
  const [type, ...labels] = node.children.filter(
    (each) => each.type === 'identifier' || each.type === 'string_lit',
  );
  const open = ofType(node, 'block_start');
  const close = ofType(node, 'block_end');
  const inside = { ...node, start: open?.end ?? node.end, end: close?.start ?? node.end };
  return {
    type: x.words(type!),
    typePlace: x.place(type!),
    labels: labels.map((each) => (each.type === 'identifier' ? x.words(each) : textOfQuoted(each, x))),
    body: bodyOf(ofType(node, 'body') ?? { ...inside, children: [] }, inside, x),
    place: x.place(node),
  };
}
