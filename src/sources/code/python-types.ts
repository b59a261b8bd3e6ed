import type {
  Bind,
  ClassStatement,
  Expression,
  FunctionForm,
  Parameter,
  Statement,
} from '../../evaluate/form.ts';
import { child, named, ofType, type Translation } from './adapter.ts';
import { keepParameter } from './class-parts.ts';
import type { Node } from './grammar.ts';

/** Functions and classes of Python. */

const plainTypes = new Set([
  'str',
  'int',
  'bool',
  'bytes',
  'dict',
  'list',
  'float',
  'object',
  'set',
  'tuple',
]);

/** A type that says more than how a value is stored; `Optional[X]` is X. */
export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  const inner = node && (node.type === 'type' ? named(node)[0] : node);
  if (!inner) return undefined;
  if (inner.type === 'generic_type' && x.words(inner).startsWith('Optional[')) {
    return typeOf(ofType(ofType(inner, 'type_parameter') ?? inner, 'type'), x);
  }
  if (inner.type !== 'identifier' && inner.type !== 'attribute') return undefined;
  return plainTypes.has(x.words(inner)) ? undefined : x.expression(inner);
}

export function parameters(list: Node | undefined, x: Translation): Parameter[] {
  return list ? named(list).flatMap((each) => parameter(each, x)) : [];
}

const rests: Record<string, 'list' | 'record'> = {
  list_splat_pattern: 'list',
  dictionary_splat_pattern: 'record',
};

function parameter(node: Node, x: Translation): Parameter[] {
  const pattern = node.type === 'typed_parameter' ? named(node)[0] : node;
  const target = child(node, 'name') ?? (pattern && rests[pattern.type] ? named(pattern)[0] : pattern);
  if (target?.type !== 'identifier') return [];
  const rest = pattern && rests[pattern.type];
  const type = rest ? undefined : typeOf(child(node, 'type'), x);
  const value = child(node, 'value');
  return [
    {
      name: x.words(target),
      ...(type && { type }),
      ...(value && { default: x.expression(value) }),
      ...(rest && { rest }),
      place: x.place(node),
    },
  ];
}

/** A function or method; `decorators` are its words without `@`. */
export function functionOf(
  node: Node,
  x: Translation,
  decorators: string[] = [],
  inClass = false,
): FunctionForm {
  const name = child(node, 'name');
  const body = child(node, 'body');
  const own = parameters(child(node, 'parameters'), x);
  const isStatic = decorators.includes('staticmethod') || decorators.includes('classmethod');
  const takesReceiver = inClass && !decorators.includes('staticmethod');
  const statements = x.inside([], () => x.statements(body));
  return {
    name: name ? x.words(name) : '',
    params: takesReceiver ? own.slice(1) : own,
    body: body && yields(body) ? [...statements, generated(node, x)] : statements,
    ...(isStatic && { isStatic }),
    ...(name && x.words(name) === '__init__' && { isConstructor: true }),
    ...(decorators.some((each) => /(^|\.)(cached_)?property$/.test(each)) && { isGetter: true }),
    place: x.place(node),
  };
}

function yields(node: Node): boolean {
  if (node.type === 'yield') return true;
  if (node.type === 'function_definition' || node.type === 'lambda') return false;
  return node.children.some(yields);
}

/** What a generator gives is not its end. */
function generated(node: Node, x: Translation): Statement {
  const place = x.place(node);
  return { form: 'return', value: { form: 'opaque', reason: 'what a generator gives', place }, place };
}

export function classOf(node: Node, x: Translation, decorators: string[] = []): ClassStatement {
  const nameNode = child(node, 'name');
  const bases = named(child(node, 'superclasses') ?? { ...node, children: [] })
    .filter((each) => each.type !== 'keyword_argument')
    .map((each) => x.expression(each));
  const parts = named(child(node, 'body') ?? { ...node, children: [] });
  const place = x.place(node);
  const of: ClassStatement = {
    form: 'class',
    name: nameNode ? x.words(nameNode) : '',
    bases,
    fields: parts.flatMap((each) => fieldsOf(each, x)),
    methods: parts.flatMap((each) => methodOf(each, x)),
    body: parts.flatMap((each) => (isMember(each) ? [] : x.statement(each))),
    place,
  };
  if (of.methods.some((method) => /^__getattr(ibute)?__$/.test(method.name ?? '')))
    of.bases.push(handsOn(of));
  const isData =
    decorators.some((each) => /(^|\.)(dataclass|define|attrs|s)$/.test(each)) || bases.some(isRecordBase);
  if (isData && !of.methods.some((method) => method.isConstructor)) of.methods.push(dataConstructor(of));
  return of;
}

/** What a class does not have, it asks another object for: that one cannot be seen. */
function handsOn({ place }: ClassStatement): Expression {
  return { form: 'reference', name: '?other', place };
}

function isRecordBase(base: Expression): boolean {
  return base.form === 'reference' && (base.name === 'BaseModel' || base.name === 'NamedTuple');
}

function isMember(node: Node): boolean {
  return fieldNode(node) !== undefined || methodNode(node) !== undefined;
}

function fieldNode(node: Node): Node | undefined {
  const inner = node.type === 'expression_statement' ? named(node)[0] : undefined;
  return inner?.type === 'assignment' && child(inner, 'left')?.type === 'identifier' ? inner : undefined;
}

/** A field of the class is one of every instance too, until it is set there. */
function fieldsOf(node: Node, x: Translation): ClassStatement['fields'] {
  const field = fieldNode(node);
  const left = field && child(field, 'left');
  if (!left) return [];
  const value = child(field, 'right');
  const type = typeOf(child(field, 'type'), x);
  const bind: Bind = {
    form: 'bind',
    name: x.words(left),
    ...(value && { value: x.expression(value) }),
    ...(type && { type }),
    place: x.place(field),
  };
  return value ? [bind, { ...bind, isStatic: true }] : [bind];
}

function methodNode(node: Node): Node | undefined {
  const inner = node.type === 'decorated_definition' ? child(node, 'definition') : node;
  return inner?.type === 'function_definition' ? inner : undefined;
}

function methodOf(node: Node, x: Translation): FunctionForm[] {
  const inner = methodNode(node);
  return inner ? [functionOf(inner, x, decoratorsOf(node, x), true)] : [];
}

export function decoratorsOf(node: Node, x: Translation): string[] {
  return node.children
    .filter((each) => each.type === 'decorator')
    .map((each) => x.words(each).slice(1).trim().replace(/\(.*$/s, ''));
}

/** The constructor that `@dataclass` writes. */
function dataConstructor(of: ClassStatement): FunctionForm {
  const fields = of.fields.filter((field) => !field.isStatic);
  const params = fields.map((field): Parameter => {
    const { name, type, value, place } = field;
    return { name, ...(type && { type }), ...(value && { default: value }), place };
  });
  return { name: '__init__', params, body: params.map(keepParameter), isConstructor: true, place: of.place };
}
