import type { Bind, Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import { allOfType, child, named, ofType, type ToStatements, type Translation } from './adapter.ts';
import { isWord } from './braces.ts';
import { type ClassParts, classWith, primaryConstructor, unlessSet } from './class-parts.ts';
import type { Node } from './grammar.ts';
import { lazyValue } from './kotlin-branches.ts';
import { functionBody } from './kotlin-values.ts';

/** Types that tell nothing about S3. */
const plain = new Set([
  'String',
  'Int',
  'Long',
  'Boolean',
  'Any',
  'Unit',
  'ByteArray',
  'File',
  'Path',
  'InputStream',
]);

export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  if (!node || plain.has(x.words(node).replace(/\?$/, ''))) return undefined;
  if (node.type === 'nullable_type') return typeOf(named(node)[0], x);
  return node.type === 'user_type' ? x.expression(node) : undefined;
}

const typeIn = (node: Node, x: Translation): Expression | undefined =>
  typeOf(ofType(node, 'user_type', 'nullable_type'), x);

const notValues = [
  'modifiers',
  'variable_declaration',
  'multi_variable_declaration',
  'type_parameters',
  'type_constraints',
  'user_type',
  'nullable_type',
  'getter',
  'setter',
  'property_delegate',
];

/** `val x = v`, `val (a, b) = v`, `val x by lazy { v }`. */
export const property: ToStatements = (node, x) => {
  const declared = ofType(node, 'variable_declaration');
  const several = ofType(node, 'multi_variable_declaration');
  const delegate = ofType(node, 'property_delegate');
  const given = named(node).find((each) => !notValues.includes(each.type));
  const value = given ? x.expression(given) : delegate && lazyValue(delegate, x);
  const place = x.place(node);
  if (several) return destructured(several, value, x);
  const name = declared && ofType(declared, 'identifier');
  if (!name) return [];
  const type = typeIn(declared, x);
  const constant = isWord(node, 'val', x);
  const bind: Bind = {
    form: 'bind',
    name: x.words(name),
    ...(value && { value }),
    ...(type && { type }),
    place,
  };
  return constant ? { ...bind, constant } : bind;
};

export function destructured(node: Node, value: Expression | undefined, x: Translation): Statement[] {
  const binds = allOfType(node, 'variable_declaration').map((each): Bind => {
    const place = x.place(each);
    return {
      form: 'bind',
      name: x.words(each),
      value: { form: 'opaque', reason: 'a component', place },
      place,
    };
  });
  return value ? [{ form: 'run', expression: value, place: value.place }, ...binds] : binds;
}

/** A parameter's default stands after it, in the list or in the parameter. */
export function parameters(list: Node | undefined, x: Translation): Parameter[] {
  const params: Parameter[] = [];
  let rest = false;
  for (const each of list ? named(list) : []) {
    if (each.type === 'parameter_modifiers') rest = isWord(each, 'vararg', x);
    else if (each.type === 'parameter' || each.type === 'class_parameter') {
      params.push({ ...parameter(each, x), ...(rest && { rest: 'list' }) });
      rest = false;
    } else if (params.length > 0) params.at(-1)!.default = x.expression(each);
  }
  return params;
}

function parameter(node: Node, x: Translation): Parameter {
  const name = ofType(node, 'identifier');
  const callable = ofType(node, 'function_type');
  const type = callable ? x.opaque(callable, 'a function') : typeIn(node, x);
  const given = named(node).findLast(
    (each) =>
      each !== name &&
      !/^(user_type|nullable_type|function_type|modifiers|parenthesized_type)$/.test(each.type),
  );
  return {
    name: name ? x.words(name) : '_',
    ...(type && { type }),
    ...(given && { default: x.expression(given) }),
    place: x.place(node),
  };
}

export function functionForm(node: Node, x: Translation): FunctionForm {
  const name = child(node, 'name');
  return {
    ...(name && { name: x.words(name) }),
    params: parameters(ofType(node, 'function_value_parameters'), x),
    body: functionBody(ofType(node, 'function_body', 'block'), x),
    place: x.place(node),
  };
}

const makers: Record<string, (node: Node, parts: ClassParts, x: Translation, name: string) => void> = {
  property_declaration: addProperty,
  function_declaration: (node, parts, x) => {
    if (ofType(node, 'function_body')) parts.methods.push(functionForm(node, x));
  },
  secondary_constructor: (node, parts, x) => {
    parts.methods.push({ ...functionForm(node, x), isConstructor: true });
  },
  anonymous_initializer: (node, parts, x) => parts.body.push(...x.statements(ofType(node, 'block'))),
  companion_object: (node, parts, x, name) => {
    const inner = partsOf(ofType(node, 'class_body'), x, name);
    parts.fields.push(...inner.fields.map((field) => ({ ...field, isStatic: true })));
    parts.methods.push(...inner.methods.map((method) => ({ ...method, isStatic: true })));
    parts.nested.push(...inner.nested);
  },
  class_declaration: (node, parts, x) => parts.nested.push(...x.statement(node)),
  object_declaration: (node, parts, x) => parts.nested.push(...x.statement(node)),
  enum_entry: addEnumEntry,
  ERROR: (node, parts, x, name) => {
    x.holes.push(x.place(node));
    for (const each of named(node)) makers[each.type]?.(each, parts, x, name);
  },
};

function addProperty(node: Node, parts: ClassParts, x: Translation): void {
  const getter = ofType(node, 'getter');
  const body = getter && ofType(getter, 'function_body');
  const declared = ofType(node, 'variable_declaration');
  const name = declared && ofType(declared, 'identifier');
  if (body && name) {
    const place = x.place(node);
    parts.methods.push({
      name: x.words(name),
      params: [],
      body: functionBody(body, x),
      isGetter: true,
      place,
    });
    return;
  }
  for (const each of x.together(() => [property(node, x)].flat())) {
    if (each.form === 'bind') parts.fields.push(name && isSettable(node, x) ? unset(each, name, x) : each);
    else parts.body.push(each);
  }
}

/** A `var` that is not private. */
function isSettable(node: Node, x: Translation): boolean {
  const modifiers = ofType(node, 'modifiers');
  return isWord(node, 'var', x) && !(modifiers && /private|protected/.test(x.words(modifiers)));
}

function unset(field: Bind, name: Node, x: Translation): Bind {
  return field.value ? { ...field, value: unlessSet(field.value, x.place(name)) } : field;
}

function addEnumEntry(node: Node, parts: ClassParts, x: Translation, className: string): void {
  const name = ofType(node, 'identifier');
  if (!name) return;
  const place = x.place(node);
  const callee: Expression = { form: 'reference', name: className, place };
  const value: Expression = { form: 'call', callee, args: x.args(ofType(node, 'value_arguments')), place };
  parts.fields.push({ form: 'bind', name: x.words(name), value, isStatic: true, place });
}

function partsOf(body: Node | undefined, x: Translation, name: string): ClassParts {
  const parts: ClassParts = { fields: [], methods: [], body: [], nested: [] };
  for (const each of body ? named(body) : []) makers[each.type]?.(each, parts, x, name);
  return parts;
}

export const classDeclaration: ToStatements = (node, x) => {
  const name = child(node, 'name');
  if (!name) return [];
  const words = x.words(name);
  const parts = partsOf(ofType(node, 'class_body', 'enum_class_body'), x, words);
  const primary = ofType(node, 'primary_constructor');
  const list = primary && ofType(primary, 'class_parameters');
  if (node.type === 'object_declaration') makeStatic(parts);
  else if (list || parts.body.length > 0) {
    const params = parameters(list, x);
    const kept = allOfType(list ?? node, 'class_parameter').filter(
      (each) => isWord(each, 'val', x) || isWord(each, 'var', x),
    );
    const keptNames = new Set(kept.map((each) => x.words(ofType(each, 'identifier') ?? each)));
    primaryConstructor(
      parts,
      params,
      params.filter((param) => keptNames.has(param.name)),
      x.place(primary ?? node),
    );
  }
  return classWith(parts, { name: words, bases: basesOf(node, x), place: x.place(node), exported: true });
};

function makeStatic(parts: ClassParts): void {
  parts.fields = parts.fields.map((field) => ({ ...field, isStatic: true }));
  parts.methods = parts.methods.map((method) => ({ ...method, isStatic: true }));
}

function basesOf(node: Node, x: Translation): Expression[] {
  const list = ofType(node, 'delegation_specifiers');
  return (list ? named(list) : []).flatMap((each) => {
    const of = ofType(each, 'constructor_invocation') ?? each;
    return typeIn(of, x) ?? [];
  });
}
