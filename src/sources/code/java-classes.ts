import type { Bind, Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import {
  allOfType,
  child,
  childrenOf,
  named,
  ofType,
  type ToStatements,
  type Translation,
} from './adapter.ts';
import { bodyOf, isWord } from './braces.ts';
import { type ClassParts, classWith, keepParameter, unlessSet } from './class-parts.ts';
import type { Node } from './grammar.ts';

/** Types that tell nothing about S3. */
const plain = new Set([
  'var',
  'String',
  'CharSequence',
  'Object',
  'Integer',
  'Long',
  'Boolean',
  'Class',
  'File',
  'Path',
]);

/** A type as a reference to its name; type arguments, arrays and plain types are left out. */
export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  if (!node || plain.has(x.words(node))) return undefined;
  if (node.type === 'type_identifier' || node.type === 'scoped_type_identifier') return x.expression(node);
  if (node.type === 'generic_type' || node.type === 'annotated_type') {
    return typeOf(ofType(node, 'type_identifier', 'scoped_type_identifier', 'generic_type'), x);
  }
  return undefined;
}

/** One `bind` a declared variable. */
export function declarations(node: Node, x: Translation): Bind[] {
  const modifiers = ofType(node, 'modifiers');
  const constant = modifiers !== undefined && isWord(modifiers, 'final', x);
  const type = typeOf(child(node, 'type'), x);
  return childrenOf(node, 'declarator').flatMap((each): Bind[] => {
    const name = child(each, 'name');
    const value = child(each, 'value');
    if (!name) return [];
    return [
      {
        form: 'bind',
        name: x.words(name),
        ...(value && { value: x.expression(value) }),
        ...(type && { type }),
        ...(constant && { constant }),
        place: x.place(each),
      },
    ];
  });
}

export function parameters(node: Node | undefined, x: Translation): Parameter[] {
  if (!node) return [];
  if (node.type === 'identifier') return [{ name: x.words(node), place: x.place(node) }];
  return named(node).flatMap((each): Parameter[] => {
    if (each.type === 'identifier') return [{ name: x.words(each), place: x.place(each) }];
    const declarator = ofType(each, 'variable_declarator') ?? each;
    const name = child(declarator, 'name');
    if (!name) return [];
    const type = typeOf(
      child(each, 'type') ?? named(each).find((type) => type.type.endsWith('type_identifier')),
      x,
    );
    const rest = each.type === 'spread_parameter' ? ({ rest: 'list' } as const) : {};
    return [{ name: x.words(name), ...(type && { type }), ...rest, place: x.place(each) }];
  });
}

function method(node: Node, x: Translation): FunctionForm {
  const name = child(node, 'name');
  const modifiers = ofType(node, 'modifiers');
  const isStatic = modifiers !== undefined && isWord(modifiers, 'static', x);
  return {
    ...(name && { name: x.words(name) }),
    params: parameters(child(node, 'parameters'), x),
    body: bodyOf(child(node, 'body'), x),
    ...(isStatic && { isStatic }),
    ...(node.type.includes('constructor') && { isConstructor: true }),
    place: x.place(node),
  };
}

/** A constant of an enum: an object made by its constructor. */
function enumConstant(node: Node, name: string, x: Translation): Bind & { isStatic: true } {
  const place = x.place(node);
  const args = x.args(child(node, 'arguments'));
  const callee: Expression = { form: 'reference', name, place };
  const value: Expression = { form: 'call', callee, args, place };
  return {
    form: 'bind',
    name: x.words(child(node, 'name') ?? node),
    value,
    isStatic: true,
    constant: true,
    place,
  };
}

const nestedTypes = ['class_declaration', 'enum_declaration', 'record_declaration', 'interface_declaration'];

function partsOf(body: Node | undefined, name: string, x: Translation): ClassParts {
  const parts: ClassParts = { fields: [], methods: [], body: [], nested: [] };
  for (const each of body ? named(body) : []) addPart(each, name, parts, x);
  return parts;
}

function addPart(node: Node, name: string, parts: ClassParts, x: Translation): void {
  if (node.type === 'enum_constant') parts.fields.push(enumConstant(node, name, x));
  else if (node.type === 'field_declaration' || node.type === 'constant_declaration') {
    const modifiers = ofType(node, 'modifiers');
    const isStatic = node.type === 'constant_declaration' || (modifiers && isWord(modifiers, 'static', x));
    parts.fields.push(
      ...declarations(node, x).map((bind) => ({ ...bind, ...(isStatic && { isStatic: true }) })),
    );
  } else if (node.type.endsWith('constructor_declaration')) parts.methods.push(method(node, x));
  else if (node.type === 'method_declaration') {
    if (child(node, 'body')) parts.methods.push(method(node, x));
  } else if (nestedTypes.includes(node.type)) parts.nested.push(...x.statement(node));
  else if (node.type === 'static_initializer' || node.type === 'block') {
    parts.body.push(...bodyOf(ofType(node, 'block') ?? node, x));
  } else if (node.type === 'enum_body_declarations') {
    for (const inner of named(node)) addPart(inner, name, parts, x);
  } else if (node.type === 'ERROR') {
    x.holes.push(x.place(node));
    for (const inner of named(node)) addPart(inner, name, parts, x);
  }
}

/** Classes, enums and records; of an interface only what has a value or a body. */
export const classDeclaration: ToStatements = (node, x) => {
  const name = child(node, 'name');
  if (!name) return [];
  const words = x.words(name);
  const parts = partsOf(child(node, 'body'), words, x);
  if (node.type === 'record_declaration') addComponents(node, parts, x);
  for (const field of parts.fields) {
    const isSet = parts.methods.some((each) => each.name?.toLowerCase() === `set${field.name}`.toLowerCase());
    if (field.value && isSet)
      field.value = unlessSet(field.value, { ...field.place, end: field.place.start + field.name.length });
  }
  if (node.type === 'interface_declaration' && parts.fields.length + parts.methods.length === 0)
    return parts.nested;
  const extended = [...allOfType(node, 'superclass'), ...allOfType(node, 'super_interfaces')];
  const types = extended
    .flatMap((each) => named(each))
    .flatMap((each) => (each.type === 'type_list' ? named(each) : each));
  const bases = types.flatMap((each) => typeOf(each, x) ?? []);
  return classWith(parts, { name: words, bases, place: x.place(node), exported: true });
};

/** A record's components: fields, a constructor, and methods that give them. */
function addComponents(node: Node, parts: ClassParts, x: Translation): void {
  const params = parameters(child(node, 'parameters'), x);
  const place = x.place(child(node, 'parameters') ?? node);
  const compact = parts.methods.find((each) => each.isConstructor);
  const body: Statement[] = [...(compact?.body ?? []), ...params.map(keepParameter)];
  parts.methods = parts.methods.filter((each) => each !== compact);
  parts.methods.push({ params, body, isConstructor: true, place });
  for (const { name, type, place: at } of params) {
    parts.fields.push({ form: 'bind', name, ...(type && { type }), place: at });
    if (parts.methods.some((each) => each.name === name)) continue;
    const value: Expression = { form: 'reference', name, place: at };
    parts.methods.push({ name, params: [], body: [{ form: 'return', value, place: at }], place: at });
  }
}
