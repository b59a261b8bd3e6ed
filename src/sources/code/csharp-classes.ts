import type { Bind, Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import { allOfType, child, named, ofType, type ToStatements, type Translation } from './adapter.ts';
import { functionBody } from './braces.ts';
import { type ClassParts, classWith, primaryConstructor, unlessSet } from './class-parts.ts';
import { creation } from './csharp-objects.ts';
import type { Node } from './grammar.ts';

/** Types that tell nothing about S3. */
const plain = new Set([
  'String',
  'Guid',
  'Stream',
  'MemoryStream',
  'CancellationToken',
  'FileInfo',
  'Uri',
  'object',
]);

export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  if (!node || plain.has(x.words(node))) return undefined;
  if (node.type === 'nullable_type' || node.type === 'ref_type') return typeOf(child(node, 'type'), x);
  if (/^(Action|Func)\b/.test(x.words(node))) return undefined;
  const known = ['identifier', 'qualified_name', 'generic_name', 'alias_qualified_name'];
  return known.includes(node.type) ? x.expression(node) : undefined;
}

/** The child that no field names and that is not a modifier: what stands after `=`. */
function valueIn(node: Node): Node | undefined {
  return named(node).find(
    (each) => !each.field && !['modifier', 'attribute_list', 'tuple_pattern'].includes(each.type),
  );
}

/** One `bind` a declared variable. */
export const variables: ToStatements = (node, x) => {
  const typeNode = child(node, 'type');
  const type = typeOf(typeNode, x);
  return allOfType(node, 'variable_declarator').flatMap((each): Statement[] => {
    const given = valueIn(each);
    const value = given && creation(given, type, x);
    const place = x.place(each);
    const pattern = ofType(each, 'tuple_pattern');
    if (pattern) return patternBinds(pattern, value, x);
    const name = child(each, 'name');
    if (!name) return [];
    return [{ form: 'bind', name: x.words(name), ...(value && { value }), ...(type && { type }), place }];
  });
};

/** `var (a, b) = …`: the names are known, their values are not. */
export function patternBinds(pattern: Node, value: Expression | undefined, x: Translation): Statement[] {
  const binds = named(pattern).map((each): Bind => {
    const unfollowed: Expression = { form: 'opaque', reason: 'a part of a tuple', place: x.place(each) };
    return { form: 'bind', name: x.words(each), value: unfollowed, place: x.place(each) };
  });
  return value ? [{ form: 'run', expression: value, place: value.place }, ...binds] : binds;
}

export function parameters(list: Node | undefined, x: Translation): Parameter[] {
  if (!list) return [];
  if (list.type === 'implicit_parameter') return [{ name: x.words(list), place: x.place(list) }];
  const given = allOfType(list, 'parameter', 'implicit_parameter').flatMap((each) => parameter(each, x));
  const rest = child(list, 'name');
  return rest ? [...given, { name: x.words(rest), rest: 'list', place: x.place(rest) }] : given;
}

function parameter(node: Node, x: Translation): Parameter[] {
  const name = child(node, 'name') ?? (node.type === 'implicit_parameter' ? node : undefined);
  if (!name) return [];
  const type = typeOf(child(node, 'type'), x);
  const given = node.type === 'parameter' ? valueIn(node) : undefined;
  return [
    {
      name: x.words(name),
      ...(type && { type }),
      ...(given && { default: x.expression(given) }),
      place: x.place(node),
    },
  ];
}

const hasModifier = (node: Node, word: string, x: Translation): boolean =>
  allOfType(node, 'modifier').some((each) => x.words(each) === word);

export function functionForm(node: Node, x: Translation): FunctionForm {
  const name = child(node, 'name');
  return {
    ...(name && { name: x.words(name) }),
    params: parameters(child(node, 'parameters') ?? ofType(node, 'parameter_list'), x),
    body: functionBody(child(node, 'body') ?? ofType(node, 'block'), x),
    ...(hasModifier(node, 'static', x) && { isStatic: true }),
    ...(node.type === 'constructor_declaration' && { isConstructor: true }),
    place: x.place(node),
  };
}

function isStatic(node: Node, x: Translation): { isStatic?: true } {
  return hasModifier(node, 'static', x) || hasModifier(node, 'const', x) ? { isStatic: true } : {};
}

/** `T P { get; } = v` is a field, `T P => v` and `get { … }` a getter. */
function addProperty(node: Node, parts: ClassParts, x: Translation): void {
  const name = child(node, 'name');
  if (!name) return;
  const value = child(node, 'value');
  const accessors = child(node, 'accessors');
  const get = accessors?.children.find((each) => x.words(child(each, 'name') ?? each) === 'get');
  const body = value?.type === 'arrow_expression_clause' ? value : get && child(get, 'body');
  const place = x.place(node);
  if (body) {
    const form: FunctionForm = {
      name: x.words(name),
      params: [],
      body: functionBody(body, x),
      isGetter: true,
      place,
    };
    parts.methods.push({ ...form, ...isStatic(node, x) });
    return;
  }
  const type = typeOf(child(node, 'type'), x);
  const settable = accessors?.children.some((each) =>
    /^(set|init)$/.test(x.words(child(each, 'name') ?? each)),
  );
  const given = value && creation(value, type, x);
  const held = given && (settable ? unlessSet(given, x.place(name)) : given);
  const bind: Bind = { form: 'bind', name: x.words(name), ...(held && { value: held }), place };
  parts.fields.push({ ...bind, ...(type && { type }), ...isStatic(node, x) });
}

const classes = /^(class|record|struct|record_struct|interface|enum)_declaration$/;

function addPart(node: Node, className: string, parts: ClassParts, x: Translation): void {
  if (node.type === 'field_declaration') {
    const declared = ofType(node, 'variable_declaration');
    for (const bind of declared ? x.together(() => [variables(declared, x)].flat()) : []) {
      if (bind.form === 'bind') parts.fields.push({ ...bind, ...isStatic(node, x) });
    }
  } else if (node.type === 'property_declaration') addProperty(node, parts, x);
  else if (node.type === 'method_declaration' || node.type === 'constructor_declaration') {
    if (child(node, 'body')) parts.methods.push(functionForm(node, x));
  } else if (classes.test(node.type)) parts.nested.push(...x.statement(node));
  else if (node.type === 'enum_member_declaration') {
    const name = child(node, 'name');
    const place = x.place(node);
    const value: Expression = { form: 'opaque', reason: 'a member of an enum', place };
    if (name) parts.fields.push({ form: 'bind', name: x.words(name), value, isStatic: true, place });
  } else if (node.type === 'ERROR' || node.type.startsWith('preproc')) {
    if (node.type === 'ERROR') x.holes.push(x.place(node));
    for (const inner of named(node)) addPart(inner, className, parts, x);
  }
}

/** Classes, records, structs and enums; of an interface only what has a body. */
export const classDeclaration: ToStatements = (node, x) => {
  const name = child(node, 'name');
  if (!name) return [];
  const words = x.words(name);
  const parts: ClassParts = { fields: [], methods: [], body: [], nested: [] };
  const body = child(node, 'body');
  for (const each of body ? named(body) : []) addPart(each, words, parts, x);
  if (node.type === 'interface_declaration' && parts.fields.length + parts.methods.length === 0)
    return parts.nested;
  const primary = ofType(node, 'parameter_list');
  if (primary) {
    const params = parameters(primary, x);
    primaryConstructor(parts, params, params, x.place(node));
  }
  const list = ofType(node, 'base_list');
  const bases = (list ? named(list) : []).flatMap((each) => typeOf(each, x) ?? []);
  return classWith(parts, { name: words, bases, place: x.place(node), exported: true });
};
