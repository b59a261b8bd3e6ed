import type { Bind, Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import { child, childrenOf, named, ofType, type ToStatements, type Translation } from './adapter.ts';
import { bodyOf } from './braces.ts';
import type { Node } from './grammar.ts';

/** Types that tell nothing about S3. */
const plain = new Set([
  'string',
  'bool',
  'byte',
  'rune',
  'int',
  'int32',
  'int64',
  'uint64',
  'float64',
  'error',
  'any',
]);

/** A type as a reference to its name, whether or not by pointer. */
export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  if (!node || plain.has(x.words(node))) return undefined;
  if (node.type === 'type_identifier' || node.type === 'qualified_type') return x.expression(node);
  if (node.type === 'pointer_type' || node.type === 'parenthesized_type') return typeOf(named(node)[0], x);
  return node.type === 'generic_type' ? typeOf(child(node, 'type'), x) : undefined;
}

export function parameters(list: Node | undefined, x: Translation): Parameter[] {
  if (!list) return [];
  return named(list).flatMap((each): Parameter[] => {
    const type = typeOf(child(each, 'type'), x);
    const rest = each.type === 'variadic_parameter_declaration' ? ({ rest: 'list' } as const) : {};
    const place = x.place(each);
    const names = childrenOf(each, 'name').filter((name) => name.named);
    if (names.length === 0) return [{ name: '_', place }];
    return names.map((name) => ({
      name: x.words(name),
      ...(type && { type }),
      ...rest,
      place: x.place(name),
    }));
  });
}

/** A function with its named results, which stand for themselves until they are set. */
export function functionForm(node: Node, x: Translation): FunctionForm {
  const name = child(node, 'name');
  const results = parameters(ofType(node, 'parameter_list') && child(node, 'result'), x).filter(
    (each) => each.name !== '_',
  );
  const declared: Statement[] = results.map(({ name, type, place }) => ({
    form: 'bind',
    name,
    ...(type && { type }),
    place,
  }));
  return {
    ...(name && { name: x.words(name) }),
    params: parameters(child(node, 'parameters'), x),
    body: [...declared, ...bodyOf(child(node, 'body'), x)],
    place: x.place(node),
  };
}

/** A method, as a class with nothing else in it; `gathered` puts it with the others of its type. */
export const methodDeclaration: ToStatements = (node, x) => {
  const [receiver] = named(child(node, 'receiver') ?? node);
  const type = typeOf(receiver && child(receiver, 'type'), x);
  const form = functionForm(node, x);
  if (type?.form !== 'reference') return { form: 'function', function: form, place: form.place };
  const variable = receiver && child(receiver, 'name');
  if (variable) form.body.unshift(receiverBind(variable, x));
  const { name, place } = type;
  return { form: 'class', name, bases: [], fields: [], methods: [form], body: [], place, exported: true };
};

function receiverBind(variable: Node, x: Translation): Bind {
  const place = x.place(variable);
  return { form: 'bind', name: x.words(variable), value: { form: 'reference', name: 'this', place }, place };
}

/** Structs are classes; an interface says nothing that could be followed. */
export const typeSpec: ToStatements = (node, x) => {
  const name = child(node, 'name');
  const type = child(node, 'type');
  if (!name || !type) return [];
  const place = x.place(node);
  if (type.type !== 'struct_type') {
    const value = typeOf(type, x);
    const unfollowed: Expression = {
      form: 'opaque',
      reason: 'what stands behind this type is not seen',
      place,
    };
    return { form: 'bind', name: x.words(name), value: value ?? unfollowed, place };
  }
  const list = ofType(type, 'field_declaration_list');
  const declared = list ? named(list) : [];
  const bases = declared
    .filter((each) => !child(each, 'name'))
    .flatMap((each) => typeOf(child(each, 'type'), x) ?? []);
  const fields = declared.flatMap((each) => fieldsOf(each, x));
  return { form: 'class', name: x.words(name), bases, fields, methods: [], body: [], place, exported: true };
};

function fieldsOf(node: Node, x: Translation): Bind[] {
  const type = typeOf(child(node, 'type'), x);
  return childrenOf(node, 'name')
    .filter((each) => each.named)
    .map((name) => ({
      form: 'bind',
      name: x.words(name),
      ...(type && { type }),
      place: x.place(node),
    }));
}
