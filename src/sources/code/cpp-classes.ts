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
import { type ClassParts, classWith } from './class-parts.ts';
import { declared, initial } from './cpp-declarations.ts';
import { typeOf } from './cpp-types.ts';
import type { Node } from './grammar.ts';

export function parameters(list: Node | undefined, x: Translation): Parameter[] {
  return (list ? named(list) : []).flatMap((each): Parameter[] => {
    if (!each.type.endsWith('parameter_declaration')) return [];
    const declarator = child(each, 'declarator');
    const name = declarator && declared(declarator);
    const type = typeOf(child(each, 'type'), x);
    const given = child(each, 'default_value');
    return [
      {
        name: name ? x.words(name) : '_',
        ...(type && { type }),
        ...(given && { default: x.expression(given) }),
        place: x.place(each),
      },
    ];
  });
}

/** The part of a declarator that has the parameters, below pointers and references. */
export function functionDeclarator(node: Node | undefined): Node | undefined {
  if (!node || node.type === 'function_declarator') return node;
  return /^(pointer|reference)_declarator$/.test(node.type)
    ? functionDeclarator(ofType(node, 'function_declarator', 'pointer_declarator', 'reference_declarator'))
    : undefined;
}

/** A function; `Class::method` is a class with nothing else in it, put with the others of its name later. */
export const functionDefinition: ToStatements = (node, x) => {
  const declarator = functionDeclarator(child(node, 'declarator'));
  const names = declarator ? qualifiers(child(declarator, 'declarator'), x) : [];
  const name = names.at(-1);
  if (!declarator || name === undefined) return [];
  const form = functionForm(node, declarator, name, x);
  const of = names.at(-2);
  const place = x.place(node);
  if (of === undefined) return { form: 'function', function: form, exported: true, place };
  const method = { ...form, ...(name === of && { isConstructor: true }) };
  return {
    form: 'class',
    name: of,
    bases: [],
    fields: [],
    methods: [method],
    body: [],
    place,
    exported: true,
  };
};

function qualifiers(node: Node | undefined, x: Translation): string[] {
  if (node?.type === 'qualified_identifier') {
    return [...qualifiers(child(node, 'scope'), x), ...qualifiers(child(node, 'name'), x)];
  }
  return node ? [x.words(node)] : [];
}

function functionForm(node: Node, declarator: Node, name: string, x: Translation): FunctionForm {
  const set = allOfType(node, 'field_initializer_list').flatMap((list) =>
    named(list).flatMap((each) => initialised(each, x)),
  );
  const body = child(node, 'body') ?? ofType(node, 'try_statement');
  return {
    name,
    params: parameters(child(declarator, 'parameters'), x),
    body: [...set, ...x.statements(body)],
    place: x.place(node),
  };
}

/** `: field(value)` of a constructor. */
function initialised(node: Node, x: Translation): Statement[] {
  const field = ofType(node, 'field_identifier');
  const given = ofType(node, 'argument_list', 'initializer_list');
  if (!field || !given) return [];
  const place = x.place(node);
  const of: Expression = { form: 'reference', name: 'this', place: { ...place, end: place.start } };
  const name: Expression = { form: 'literal', value: x.words(field), place: x.place(field) };
  const [only, ...others] = named(given);
  const value = only && others.length === 0 ? x.expression(only) : x.opaque(given, 'made of several');
  return [
    {
      form: 'assign',
      target: { form: 'member', of, name, place: x.place(field) },
      operator: '=',
      value,
      place,
    },
  ];
}

function addPart(node: Node, className: string, parts: ClassParts, x: Translation): void {
  if (node.type === 'function_definition') {
    for (const made of [functionDefinition(node, x)].flat()) {
      if (made.form !== 'function') continue;
      const isConstructor = made.function.name === className;
      parts.methods.push({ ...made.function, ...(isConstructor && { isConstructor }), ...isStatic(node, x) });
    }
  } else if (node.type === 'field_declaration' || node.type === 'declaration') addField(node, parts, x);
  else if (/^(class|struct|enum)_specifier$/.test(node.type)) parts.nested.push(...x.statement(node));
  else if (node.type === 'enumerator') addEnumerator(node, parts, x);
  else if (
    node.type === 'template_declaration' ||
    node.type.startsWith('preproc_') ||
    node.type === 'ERROR'
  ) {
    if (node.type === 'ERROR') x.holes.push(x.place(node));
    for (const each of named(node)) addPart(each, className, parts, x);
  }
}

function isStatic(node: Node, x: Translation): { isStatic?: true } {
  return allOfType(node, 'storage_class_specifier').some((each) => x.words(each) === 'static')
    ? { isStatic: true }
    : {};
}

function addField(node: Node, parts: ClassParts, x: Translation): void {
  const typeNode = child(node, 'type');
  if (typeNode?.type.endsWith('_specifier')) parts.nested.push(...x.statement(typeNode));
  const type = typeOf(typeNode, x);
  const given = child(node, 'default_value');
  for (const each of childrenOf(node, 'declarator')) {
    const name = declared(each);
    if (!name || functionDeclarator(each)) continue;
    const init = each.type === 'init_declarator' ? child(each, 'value') : given;
    const value = init && initial(init, typeNode, x);
    const place = x.place(each);
    const bind: Bind = {
      form: 'bind',
      name: x.words(name),
      ...(value && { value }),
      ...(type && { type }),
      place,
    };
    parts.fields.push({ ...bind, ...isStatic(node, x) });
  }
}

function addEnumerator(node: Node, parts: ClassParts, x: Translation): void {
  const name = child(node, 'name');
  const place = x.place(node);
  const value: Expression = { form: 'opaque', reason: 'a member of an enum', place };
  if (name) parts.fields.push({ form: 'bind', name: x.words(name), value, isStatic: true, place });
}

export const classSpecifier: ToStatements = (node, x) => {
  const name = child(node, 'name');
  const body = child(node, 'body');
  if (!name || !body) return [];
  const words = x.words(name);
  const parts: ClassParts = { fields: [], methods: [], body: [], nested: [] };
  for (const each of named(body)) addPart(each, words, parts, x);
  const list = ofType(node, 'base_class_clause');
  const bases = (list ? named(list) : []).flatMap((each) => typeOf(each, x) ?? []);
  return classWith(parts, { name: words, bases, place: x.place(node), exported: true });
};
