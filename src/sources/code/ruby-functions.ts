import type { ClassStatement, Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import { allOfType, child, named, ofType, type Translation } from './adapter.ts';
import { type ClassParts, classWith, keepParameter } from './class-parts.ts';
import type { Node } from './grammar.ts';
import { returningLast } from './last.ts';

/** Methods, blocks, classes and modules of Ruby. */

const rests: Record<string, 'list' | 'record'> = { splat_parameter: 'list', hash_splat_parameter: 'record' };

function parameters(list: Node | undefined, x: Translation): Parameter[] {
  return list ? named(list).flatMap((each) => parameter(each, x)) : [];
}

function parameter(node: Node, x: Translation): Parameter[] {
  const target = node.type === 'identifier' ? node : child(node, 'name');
  if (!target) return [{ name: `parts:${node.start}`, place: x.place(node) }];
  const value = child(node, 'value');
  const rest = rests[node.type];
  x.names.add(x.words(target));
  return [
    {
      name: x.words(target),
      ...(value && { default: x.expression(value) }),
      ...(rest && { rest }),
      place: x.place(node),
    },
  ];
}

/** The names that `|i, (j, k)|` takes apart. */
function partsOf(list: Node | undefined, x: Translation): Statement[] {
  return (list ? allOfType(list, 'destructured_parameter') : []).flatMap((each) =>
    named(each).map((part): Statement => {
      const place = x.place(part);
      x.names.add(x.words(part));
      return {
        form: 'bind',
        name: x.words(part),
        value: { form: 'opaque', reason: 'a part of an element', place },
        place,
      };
    }),
  );
}

/** A block is a function of the scope around it. */
export function lambdaOf(node: Node, x: Translation): Expression {
  const place = x.place(node);
  const inner = node.type === 'lambda' ? (child(node, 'body') ?? node) : node;
  const outer = x.names;
  return x.inside(outer, () => {
    const list = child(node, 'parameters');
    const params = parameters(list, x);
    const body = [...partsOf(list, x), ...returningLast(x.statements(child(inner, 'body')), place)];
    return { form: 'lambda', function: { params, body, place }, place };
  });
}

export function methodOf(
  node: Node,
  x: Translation,
  isStatic = node.type === 'singleton_method',
): FunctionForm {
  const label = child(node, 'name');
  const place = x.place(node);
  return x.inside([], () => {
    const params = parameters(child(node, 'parameters'), x);
    const body = child(node, 'body');
    const inner = body?.type === 'body_statement' ? x.statement(body) : x.statement(body);
    const isConstructor = label !== undefined && x.words(label) === 'initialize';
    return {
      name: label ? x.words(label) : '',
      params,
      body: isConstructor ? inner : returningLast(inner, place),
      ...(isStatic && { isStatic }),
      ...(isConstructor && { isConstructor }),
      place,
    };
  });
}

/** A class or module with what it declares. */
export function classOf(node: Node, x: Translation): Statement[] {
  const label = child(node, 'name');
  const base = child(node, 'superclass');
  const parts: ClassParts = { fields: [], methods: [], body: [], nested: [] };
  const body = child(node, 'body');
  const isModule = node.type === 'module';
  for (const each of body ? named(body) : []) addPart(each, parts, x, false, isModule);
  declareVariables(node, parts, x);
  const name = label ? (x.words(label).split('::').at(-1) ?? '') : '';
  const bases = base ? named(base).map((each) => x.expression(each)) : [];
  return classWith(parts, { name, bases, place: x.place(node) });
}

function addPart(node: Node, parts: ClassParts, x: Translation, isStatic: boolean, isModule: boolean): void {
  if (node.type === 'method') parts.methods.push(methodOf(node, x, isStatic));
  else if (node.type === 'singleton_method') parts.methods.push(methodOf(node, x));
  else if (node.type === 'singleton_class') {
    for (const each of named(ofType(node, 'body_statement') ?? node)) addPart(each, parts, x, true, isModule);
  } else if (node.type === 'class' || node.type === 'module') parts.nested.push(...classOf(node, x));
  else if (node.type === 'assignment' && child(node, 'left')?.type === 'constant')
    addConstant(node, parts, x);
  else if (isAccessor(node, x)) addAccessors(node, parts, x);
  else if (node.type !== 'identifier') parts.body.push(...x.statement(node));
}

function addConstant(node: Node, parts: ClassParts, x: Translation): void {
  const name = x.words(child(node, 'left')!);
  const value = x.expression(child(node, 'right'), node);
  parts.fields.push({ form: 'bind', name, value, isStatic: true, constant: true, place: x.place(node) });
}

function isAccessor(node: Node, x: Translation): boolean {
  const method = node.type === 'call' && child(node, 'method');
  return method !== undefined && method !== false && /^attr_(reader|accessor|writer)$/.test(x.words(method));
}

function addAccessors(node: Node, parts: ClassParts, x: Translation): void {
  for (const each of named(child(node, 'arguments') ?? node))
    addField(x.words(each).replace(/^:/, ''), each, parts, x);
}

/** Every `@x` of a class may be set by any of its methods. */
function declareVariables(node: Node, parts: ClassParts, x: Translation): void {
  if (node.type === 'instance_variable') addField(x.words(node).slice(1), node, parts, x);
  for (const each of node.children)
    if (each.type !== 'class' && each.type !== 'module') declareVariables(each, parts, x);
}

function addField(name: string, node: Node, parts: ClassParts, x: Translation): void {
  if (parts.fields.some((field) => field.name === name)) return;
  parts.fields.push({ form: 'bind', name, place: x.place(node) });
}

/** `Struct.new(:a, keyword_init: true)` makes a class whose constructor sets its fields. */
export function structOf(name: string, node: Node, x: Translation): ClassStatement | undefined {
  const receiver = child(node, 'receiver');
  const method = child(node, 'method');
  if (!receiver || !method || !/^(Struct\.new|Data\.define)$/.test(`${x.words(receiver)}.${x.words(method)}`))
    return undefined;
  const place = x.place(node);
  const params = allOfType(child(node, 'arguments') ?? node, 'simple_symbol').map(
    (each): Parameter => ({
      name: x.words(each).slice(1),
      default: { form: 'literal', value: null, place },
      place: x.place(each),
    }),
  );
  const fields = params.map((each) => ({ form: 'bind' as const, name: each.name, place: each.place }));
  const init: FunctionForm = {
    name: 'initialize',
    params,
    body: params.map(keepParameter),
    isConstructor: true,
    place,
  };
  return { form: 'class', name, bases: [], fields, methods: [init], body: [], place };
}
