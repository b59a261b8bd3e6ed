import type { Argument, Bind, Entry, Expression, Statement } from '../../evaluate/form.ts';
import { child, childrenOf, named, ofType, type ToStatements, type Translation } from './adapter.ts';
import { containerOf, isPointer, pathTo, typeOf } from './cpp-types.ts';
import type { Node } from './grammar.ts';
import { wordsOf } from './shapes.ts';

/** The name that a declarator declares, below pointers, references and arrays. */
export function declared(node: Node): Node | undefined {
  if (/identifier$/.test(node.type)) return node;
  const inner =
    child(node, 'declarator') ?? named(node).find((each) => /declarator$|identifier$/.test(each.type));
  return inner && declared(inner);
}

/** `T a = v, b(x), c{y}, d;` */
export const declaration: ToStatements = (node, x) => {
  const typeNode = child(node, 'type');
  const type = typeOf(typeNode, x);
  const classes = typeNode && child(typeNode, 'body') ? x.statement(typeNode) : [];
  const binds = childrenOf(node, 'declarator').flatMap((each) => oneOf(each, node, typeNode, type, x));
  return [...classes, ...binds];
};

function oneOf(
  each: Node,
  node: Node,
  typeNode: Node | undefined,
  type: Expression | undefined,
  x: Translation,
): Statement[] {
  const place = x.place(each);
  const structured = ofType(each, 'structured_binding_declarator');
  const given = each.type === 'init_declarator' ? child(each, 'value') : child(node, 'value');
  if (structured) return parts(structured, given, x);
  const named = declared(each);
  if (!named) return [];
  const base: Bind = { form: 'bind', name: x.words(named), ...(type && { type }), place };
  const args = vexing(each, x);
  if (args) return type ? [{ ...base, value: { form: 'call', callee: type, args, place } }] : [];
  if (each.type === 'function_declarator') return [];
  if (given) return [{ ...base, value: initial(given, typeNode, x) }];
  const container = containerOf(typeNode, x);
  if (container) return [{ ...base, value: emptyOf(container, place) }];
  if (!type || each.type !== 'identifier' || isPointer(typeNode, x)) return [base];
  return [{ ...base, value: { form: 'call', callee: type, args: [], place } }];
}

const emptyOf = (container: 'map' | 'list', place: Bind['place']): Expression =>
  container === 'map' ? { form: 'record', entries: [], place } : { form: 'list', items: [], place };

function parts(pattern: Node, given: Node | undefined, x: Translation): Statement[] {
  const run: Statement[] = given
    ? [{ form: 'run', expression: x.expression(given), place: x.place(given) }]
    : [];
  const binds = named(pattern).map((each): Bind => {
    const place = x.place(each);
    return {
      form: 'bind',
      name: x.words(each),
      value: { form: 'opaque', reason: 'a component', place },
      place,
    };
  });
  return [...run, ...binds];
}

/** `T a(x);` reads as a function that takes an `x`: its "types" are the arguments. */
export function vexing(node: Node, x: Translation): Argument[] | undefined {
  const list = node.type === 'function_declarator' ? child(node, 'parameters') : undefined;
  const params = list ? named(list) : [];
  if (params.length === 0) return undefined;
  const args = params.flatMap((each): Argument[] => {
    const type = child(each, 'type');
    const isName = type && /^(type_identifier|qualified_identifier)$/.test(type.type);
    if (!isName || named(each).length !== 1) return [];
    return [{ value: pathTo(type, x), place: x.place(type) }];
  });
  return args.length === params.length ? args : undefined;
}

/** What a variable of some type is given: by `=`, in brackets, in braces. */
export function initial(given: Node, typeNode: Node | undefined, x: Translation): Expression {
  const place = x.place(given);
  const type = typeOf(typeNode, x);
  if (given.type === 'argument_list') {
    const args = x.args(given);
    if (type) return { form: 'call', callee: type, args, place };
    return args.length === 1 ? args[0]!.value : x.opaque(given, 'made of several');
  }
  return given.type === 'initializer_list' ? braced(given, typeNode, x) : x.expression(given);
}

/** `T{…}`: a record of named entries, a construction, a map, or a list. */
export function braced(list: Node, typeNode: Node | undefined, x: Translation): Expression {
  const place = x.place(list);
  const type = typeOf(typeNode, x);
  const inner = named(list);
  const container = containerOf(typeNode, x);
  const pairs = inner.filter((each) => each.type === 'initializer_pair');
  if (pairs.length > 0) {
    return {
      form: 'record',
      ...(type && { type }),
      entries: pairs.map((each) => designated(each, x)),
      place,
    };
  }
  if (container === 'map') return { form: 'record', entries: inner.map((each) => pair(each, x)), place };
  if (type) return { form: 'call', callee: type, args: x.args(list), place };
  if (!container && inner.length === 1 && typeNode) return x.expression(inner[0]);
  return { form: 'list', items: inner.map((each) => x.expression(each)), place };
}

function designated(node: Node, x: Translation): Entry {
  const designator = child(node, 'designator');
  const field = designator && ofType(designator, 'field_identifier');
  return {
    name: field ? wordsOf(field, x) : x.opaque(node, 'half-written'),
    value: x.expression(child(node, 'value'), node),
    place: x.place(node),
  };
}

function pair(node: Node, x: Translation): Entry {
  const [key, value] = named(node);
  return { name: x.expression(key, node), value: x.expression(value, node), place: x.place(node) };
}

/** `using X = Y`, `typedef Y X`, `namespace X = Y`. */
export const alias: ToStatements = (node, x) => {
  const as = child(node, 'name') ?? child(node, 'declarator');
  const type = child(node, 'type') ?? named(node).find((each) => each !== as);
  const value = type && (typeOf(type, x) ?? (type.type.includes('namespace') ? pathTo(type, x) : undefined));
  return as && value ? { form: 'bind', name: x.words(as), value, place: x.place(node) } : [];
};

/** `using namespace X`, `using X::Y`. */
export const using: ToStatements = (node, x) => {
  const [path] = named(node);
  if (!path) return [];
  const symbol = x.words(path).replace(/\s/g, '').replace(/^::/, '').replaceAll('::', '.');
  const all = node.children.some((each) => x.words(each) === 'namespace');
  return {
    form: 'import',
    name: all ? '*' : symbol.slice(symbol.lastIndexOf('.') + 1),
    symbol,
    place: x.place(node),
  };
};

/** What a header brings in; those of the AWS SDK have all their names below `Aws`. */
export const include: ToStatements = (node, x) => {
  const path = child(node, 'path');
  if (!path) return [];
  const symbol = x.words(path).slice(1, -1);
  const place = x.place(node);
  if (symbol.startsWith('aws/')) return { form: 'import', name: 'Aws', symbol: 'Aws', place };
  const own = path.type === 'string_literal' ? { module: symbol, imported: '*' } : {};
  return { form: 'import', name: '*', symbol, ...own, place };
};

/** `#define NAME "text"`, or a number. */
export const define: ToStatements = (node, x) => {
  const as = child(node, 'name');
  const given = child(node, 'value');
  const words = given ? x.words(given).trim() : '';
  if (!as || !given || !/^("[^"\\]*"|\d+)$/.test(words)) return [];
  const value = words.startsWith('"') ? words.slice(1, -1) : Number(words);
  return {
    form: 'bind',
    name: x.words(as),
    value: { form: 'literal', value, place: x.place(given) },
    constant: true,
    place: x.place(node),
  };
};
