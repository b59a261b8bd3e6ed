import type { Expression, Import } from '../../evaluate/form.ts';
import { child, named, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { name, wordsOf } from './shapes.ts';

/** Names and types of Rust. */

/** `a::b::<T>::c`. */
export function path(node: Node, x: Translation): Expression {
  if (node.type === 'generic_type' || node.type === 'bracketed_type') {
    return x.expression(child(node, 'type') ?? named(node)[0], node);
  }
  const last = child(node, 'name');
  const before = child(node, 'path');
  if (!before) return last ? name(last, x) : x.opaque(node, 'half-written');
  if (before.type === 'crate' && last) return name(last, x);
  const property = last ? wordsOf(last, x) : x.opaque(node, 'half-written');
  return { form: 'member', of: x.expression(before), name: property, place: x.place(node) };
}

const wrappers = new Set([
  'Option',
  'Arc',
  'Rc',
  'Box',
  'Cow',
  'RefCell',
  'Mutex',
  'RwLock',
  'State',
  'Data',
]);
const plainTypes = new Set(['String', 'Vec', 'HashMap', 'BTreeMap', 'PathBuf', 'Path', 'Bytes', 'Result']);

/** What a type says beyond how a value is held: `&Arc<Client>` is `Client`. */
export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  if (!node) return undefined;
  if (node.type === 'reference_type') return typeOf(child(node, 'type'), x);
  if (node.type === 'generic_type') {
    const outer = child(node, 'type');
    const inner = named(child(node, 'type_arguments') ?? node).find((each) => each.type !== 'lifetime');
    return outer && wrappers.has(x.words(outer).split('::').at(-1) ?? '') ? typeOf(inner, x) : undefined;
  }
  if (node.type !== 'type_identifier' && node.type !== 'scoped_type_identifier') return undefined;
  return plainTypes.has(x.words(node)) ? undefined : x.expression(node);
}

/** `use a::{self as b, c::D as E, f::*};` */
export function imports(node: Node, x: Translation, before: string[] = []): Import[] {
  const place = x.place(node);
  const made = (as: string, symbol: string[]): Import => ({
    form: 'import',
    name: as,
    symbol: symbol.filter((each) => each !== 'crate').join('.'),
    place,
  });
  switch (node.type) {
    case 'scoped_use_list':
      return imports(child(node, 'list')!, x, [...before, ...segments(child(node, 'path'), x)]);
    case 'use_list':
      return named(node).flatMap((each) => imports(each, x, before));
    case 'use_as_clause': {
      const symbol = [...before, ...segments(child(node, 'path'), x)];
      const alias = child(node, 'alias');
      return alias ? [made(x.words(alias), symbol)] : [];
    }
    case 'use_wildcard':
      return [made('*', [...before, ...segments(named(node)[0], x)])];
    default: {
      const symbol = [...before, ...segments(node, x)];
      return symbol.length > 0 ? [made(symbol.at(-1)!, symbol)] : [];
    }
  }
}

function segments(node: Node | undefined, x: Translation): string[] {
  return node
    ? x
        .words(node)
        .replace(/\s/g, '')
        .split('::')
        .filter((each) => each !== 'self' && each !== '')
    : [];
}

/** The names that a pattern binds, in order. */
export function boundNames(pattern: Node): Node[] {
  if (pattern.type === 'identifier') return [pattern];
  if (pattern.type === 'scoped_identifier') return [];
  if (pattern.type === 'shorthand_field_identifier') return [pattern];
  const skipped = child(pattern, 'type');
  return named(pattern)
    .filter((each) => each !== skipped && each.field !== 'condition')
    .flatMap(boundNames);
}
