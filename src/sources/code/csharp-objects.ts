import type { Entry, Expression, Spread } from '../../evaluate/form.ts';
import { child, named, ofType, type ToExpression, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { name, wordsOf } from './shapes.ts';

/** Collections of the language itself: plain records and lists. */
const collections = /^(I?Dictionary|SortedDictionary|ConcurrentDictionary|I?List|HashSet|Collection)$/;

/** `new T(…) { A = b }`, `new() { … }` of a known type. */
export function creation(node: Node, type: Expression | undefined, x: Translation): Expression {
  if (node.type !== 'implicit_object_creation_expression') {
    return node.type === 'initializer_expression' ? initialiser(node, x) : x.expression(node);
  }
  return made(
    type ?? opaqueType(node, x),
    ofType(node, 'argument_list'),
    ofType(node, 'initializer_expression'),
    node,
    x,
  );
}

function opaqueType(node: Node, x: Translation): Expression {
  return { form: 'opaque', reason: 'its type is written elsewhere', place: x.place(node) };
}

export const objectCreation: ToExpression = (node, x) => {
  const type = child(node, 'type');
  const of: Expression = type ? x.expression(type) : opaqueType(node, x);
  return made(of, child(node, 'arguments'), child(node, 'initializer'), node, x);
};

function made(
  of: Expression,
  list: Node | undefined,
  given: Node | undefined,
  node: Node,
  x: Translation,
): Expression {
  const args = x.args(list);
  const place = x.place(node);
  if (!given) return { form: 'call', callee: of, args, place };
  const contents = initialiser(given, x, place);
  if (of.form === 'reference' && collections.test(of.name) && args.length === 0) return contents;
  if (contents.form === 'record' && args.length === 0) {
    return of.form === 'opaque' ? contents : { ...contents, type: of };
  }
  return {
    form: 'call',
    callee: of,
    args: [...args, { value: contents, spread: 'record', place: x.place(given) }],
    place,
  };
}

/** `{ A = b, ["k"] = v, { "k", v } }` is a record, `{ a, b }` a list. */
export function initialiser(node: Node, x: Translation, place = x.place(node)): Expression {
  const parts = named(node).filter((each) => each.type !== 'ERROR');
  x.broken(node);
  const isRecord = parts.every((each) => each.type === 'assignment_expression' || isPair(each));
  if (isRecord) return { form: 'record', entries: parts.map((each) => entry(each, x)), place };
  return { form: 'list', items: parts.map((each) => creation(each, undefined, x)), place };
}

function isPair(node: Node): boolean {
  return node.type === 'initializer_expression' && named(node).length === 2;
}

function entry(node: Node, x: Translation): Entry {
  const [left, right] = isPair(node) ? named(node) : [child(node, 'left'), child(node, 'right')];
  const key = left?.type === 'element_binding_expression' ? named(named(left)[0] ?? left)[0] : left;
  return {
    name: key?.type === 'identifier' && !isPair(node) ? wordsOf(key, x) : x.expression(key, node),
    value: right ? creation(right, undefined, x) : x.opaque(node, 'half-written'),
    place: x.place(node),
  };
}

/** `new { A = 1, b, c.D }`. */
export const anonymousObject: ToExpression = (node, x) => {
  const entries: Entry[] = [];
  const parts = node.children.filter((each) => each.named || x.words(each) === '=');
  for (let at = 0; at < parts.length; at += 1) {
    const first = parts[at]!;
    const assigned = parts[at + 1] && !parts[at + 1]!.named ? parts[at + 2] : undefined;
    const last = child(first, 'name') ?? first;
    entries.push({
      name: wordsOf(last, x),
      value: x.expression(assigned ?? first),
      place: x.place(first, assigned ?? first),
    });
    if (assigned) at += 2;
  }
  return { form: 'record', entries, place: x.place(node) };
};

/** `r with { A = 1 }`. */
export const withExpression: ToExpression = (node, x) => {
  const [from, ...changes] = named(node);
  const spread: Spread = { spread: x.expression(from, node), place: x.place(from ?? node) };
  const entries = changes.flatMap((each): Entry[] => {
    const [key, value] = named(each);
    return key && value ? [{ name: wordsOf(key, x), value: x.expression(value), place: x.place(each) }] : [];
  });
  return { form: 'record', entries: [spread, ...entries], place: x.place(node) };
};

/** `[1, ..rest]` where a value stands. */
export const collection: ToExpression = (node, x) => ({
  form: 'list',
  items: named(node).map((each) => {
    const inner = named(each)[0] ?? each;
    const place = x.place(each);
    return inner.type === 'range_expression'
      ? { spread: x.expression(named(inner)[0], inner), place }
      : x.expression(inner);
  }),
  place: x.place(node),
});

/** The name of a generic type or method without its type arguments. */
export const genericName: ToExpression = (node, x) => name(ofType(node, 'identifier') ?? node, x);
