import type { Bind, Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import { allOfType, child, named, ofType, type ToStatements, type Translation } from './adapter.ts';
import { type ClassParts, classWith, keepParameter } from './class-parts.ts';
import type { Node } from './grammar.ts';

/** Functions and classes of PHP. */

/** A class's name; what is stored in a plain way says nothing. */
export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  if (node?.type === 'optional_type') return typeOf(named(node)[0], x);
  return node?.type === 'named_type' ? x.expression(node) : undefined;
}

export function parameters(list: Node | undefined, x: Translation): Parameter[] {
  return list ? named(list).flatMap((each) => parameter(each, x)) : [];
}

function parameter(node: Node, x: Translation): Parameter[] {
  const target = child(node, 'name');
  if (!target) return [];
  const type = typeOf(child(node, 'type'), x);
  const value = child(node, 'default_value');
  return [
    {
      name: x.words(target),
      ...(type && { type }),
      ...(value && { default: x.expression(value) }),
      ...(node.type === 'variadic_parameter' && { rest: 'list' as const }),
      place: x.place(node),
    },
  ];
}

/** A function, method or closure. Named arguments name its parameters without `$`. */
export function functionOf(node: Node, x: Translation): FunctionForm {
  const label = child(node, 'name');
  const body = child(node, 'body');
  const place = x.place(node);
  const params = parameters(child(node, 'parameters'), x);
  const shared = sharedNames(node, x);
  const inner = x.inside(shared, (): Statement[] => {
    if (body?.type === 'compound_statement') return x.statements(body);
    return body ? [{ form: 'return', value: x.expression(body), place: x.place(body) }] : [];
  });
  const name = label && x.words(label);
  const isConstructor = name === '__construct';
  const promoted = allOfType(child(node, 'parameters') ?? node, 'property_promotion_parameter');
  const kept = promoted.flatMap((each) => parameter(each, x)).map(keepPromoted);
  const isStatic = ofType(node, 'static_modifier') !== undefined;
  return {
    ...(name !== undefined && { name }),
    params: params.map((each) => ({ ...each, name: each.name.replace(/^\$/, '') })),
    body: [...params.map(asVariable), ...kept, ...inner],
    ...(isStatic && { isStatic }),
    ...(isConstructor && { isConstructor }),
    place,
  };
}

function asVariable({ name, place }: Parameter): Bind {
  return { form: 'bind', name, value: { form: 'reference', name: name.replace(/^\$/, ''), place }, place };
}

function keepPromoted(parameter: Parameter): Statement {
  return keepParameter({ ...parameter, name: parameter.name.replace(/^\$/, '') });
}

/** The variables of the scope around that a closure may change: `use (&$x)`. */
function sharedNames(node: Node, x: Translation): string[] {
  const used = ofType(node, 'anonymous_function_use_clause');
  return used ? allOfType(used, 'by_ref').map((each) => x.words(each).slice(1)) : [];
}

export const classOf: ToStatements = (node, x) => {
  const label = child(node, 'name');
  const body = child(node, 'body');
  const parts: ClassParts = { fields: [], methods: [], body: [], nested: [] };
  for (const each of body ? named(body) : []) addPart(each, parts, x);
  const bases = allOfType(node, 'base_clause').flatMap((each) =>
    named(each).map((base) => x.expression(base)),
  );
  return classWith(parts, { name: label ? x.words(label) : '', bases, place: x.place(node) });
};

function addPart(node: Node, parts: ClassParts, x: Translation): void {
  if (node.type === 'method_declaration') {
    parts.methods.push(functionOf(node, x));
    const list = child(node, 'parameters');
    for (const each of list ? allOfType(list, 'property_promotion_parameter') : [])
      addPromoted(each, parts, x);
  } else if (node.type === 'const_declaration') parts.fields.push(...constants(node, x));
  else if (node.type === 'enum_case') parts.fields.push(...both(enumCase(node, x)));
  else if (node.type === 'property_declaration') parts.fields.push(...properties(node, x));
}

function addPromoted(node: Node, parts: ClassParts, x: Translation): void {
  const [param] = parameter(node, x);
  if (!param) return;
  const { name, type, place } = param;
  parts.fields.push({ form: 'bind', name: name.replace(/^\$/, ''), ...(type && { type }), place });
}

/** A constant is asked of the class and, by `self`, inside an instance. */
function both(bind: Bind): ClassParts['fields'] {
  return [bind, { ...bind, isStatic: true }];
}

function constants(node: Node, x: Translation): ClassParts['fields'] {
  return allOfType(node, 'const_element').flatMap((each) => both(constantOf(each, x)));
}

export function constantOf(node: Node, x: Translation): Bind {
  const [label, value] = named(node);
  return {
    form: 'bind',
    name: label ? x.words(label) : '',
    value: x.expression(value, node),
    constant: true,
    place: x.place(node),
  };
}

function enumCase(node: Node, x: Translation): Bind {
  const label = child(node, 'name');
  const value = child(node, 'value');
  return {
    form: 'bind',
    name: label ? x.words(label) : '',
    ...(value && { value: x.expression(value) }),
    place: x.place(node),
  };
}

function properties(node: Node, x: Translation): ClassParts['fields'] {
  const type = typeOf(child(node, 'type'), x);
  const isStatic = ofType(node, 'static_modifier') !== undefined;
  return allOfType(node, 'property_element').flatMap((each) => {
    const label = child(each, 'name');
    const value = child(each, 'default_value');
    const bind: Bind = {
      form: 'bind',
      name: label ? x.words(label).replace(/^\$/, '') : '',
      ...(type && { type }),
      ...(value && { value: x.expression(value) }),
      place: x.place(each),
    };
    return isStatic ? both(bind) : [bind];
  });
}
