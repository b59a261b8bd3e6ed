import type { Expression } from '../../evaluate/form.ts';
import { child, named, ofType, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { name, wordsOf } from './shapes.ts';

/** Types that tell nothing about S3. */
const plain =
  /^(std::|Aws::)?(basic_)?(string|String|string_view|wstring|size_t|StringStream|IOStream|FStream)$/;
/** What points to an object is that object. */
const pointers = /^(shared_ptr|unique_ptr|optional|weak_ptr|reference_wrapper|UniquePtr)$/;
const makers = /^(make_shared|make_unique|MakeShared|MakeUnique)$/;

/** A type as a reference to its name, whether or not by pointer; plain types are left out. */
export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  if (!node || plain.test(x.words(node))) return undefined;
  if (node.type === 'type_descriptor') return typeOf(child(node, 'type'), x);
  const last = lastName(node);
  if (last.type === 'template_type') {
    const templated = child(last, 'name');
    if (templated && pointers.test(x.words(templated))) return typeOf(firstArgument(last), x);
    const isPlain = containerOf(node, x) || (templated && x.words(templated) === 'function');
    return isPlain ? undefined : pathTo(node, x);
  }
  return ['type_identifier', 'qualified_identifier'].includes(node.type) ? pathTo(node, x) : undefined;
}

/** Whether a type is a smart pointer: what it points to is made elsewhere. */
export function isPointer(node: Node | undefined, x: Translation): boolean {
  const last = node && lastName(node);
  const templated = last?.type === 'template_type' ? child(last, 'name') : undefined;
  return templated !== undefined && pointers.test(x.words(templated));
}

/** `map` or `list`, of types whose objects are plain records and lists. */
export function containerOf(node: Node | undefined, x: Translation): 'map' | 'list' | undefined {
  const last = node && lastName(node);
  const templated = last?.type === 'template_type' ? child(last, 'name') : undefined;
  const words = templated ? x.words(templated) : '';
  if (/^(unordered_)?(map|Map|UnorderedMap)$/.test(words)) return 'map';
  return /^(vector|Vector|list|List|array|Array|set)$/.test(words) ? 'list' : undefined;
}

function lastName(node: Node): Node {
  const inner = node.type === 'qualified_identifier' ? child(node, 'name') : undefined;
  return inner ? lastName(inner) : node;
}

function firstArgument(node: Node): Node | undefined {
  const list = child(node, 'arguments');
  return list && named(list)[0];
}

/** `a::b::c` as a member of a member; template arguments are left out. */
export function pathTo(node: Node, x: Translation): Expression {
  const [first, ...others] = wordsIn(node);
  if (!first) return x.opaque(node, 'half-written');
  return others.reduce<Expression>(
    (of, each) => ({ form: 'member', of, name: wordsOf(each, x), place: x.place(first, each) }),
    name(first, x),
  );
}

function wordsIn(node: Node): Node[] {
  if (node.type === 'qualified_identifier' || node.type === 'nested_namespace_specifier') {
    return named(node).flatMap(wordsIn);
  }
  if (node.type.startsWith('template_')) return wordsIn(child(node, 'name') ?? ofType(node, 'identifier')!);
  return node.type === 'dependent_name' ? named(node).flatMap(wordsIn) : [node];
}

/** The type that `make_shared<T>` and its like make; `tagged` where the first argument is a tag for the allocator. */
export function madeBy(callee: Node, x: Translation): { type: Expression; tagged: boolean } | undefined {
  const last = lastName(callee);
  if (last.type !== 'template_function') return undefined;
  const maker = child(last, 'name');
  const type = typeOf(firstArgument(last), x);
  if (!maker || !type || !makers.test(x.words(maker))) return undefined;
  return { type, tagged: x.words(maker).startsWith('M') };
}

export function isCast(callee: Node, x: Translation): boolean {
  const last = lastName(callee);
  const cast = last.type === 'template_function' ? child(last, 'name') : undefined;
  return (
    cast !== undefined &&
    /^(static|dynamic|const|reinterpret|static_pointer|dynamic_pointer)_cast$/.test(x.words(cast))
  );
}
