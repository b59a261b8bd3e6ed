import type { Bind, Expression, FunctionForm, Parameter, Statement } from '../../evaluate/form.ts';
import { allOfType, child, childrenOf, named, ofType, type Translation } from './adapter.ts';
import { type ClassParts, classWith } from './class-parts.ts';
import type { Node } from './grammar.ts';
import { returningLast } from './last.ts';
import { properties, statementsOf } from './swift-statements.ts';

/** Functions and types of Swift. */

const plainTypes = new Set(['String', 'Int', 'Bool', 'Data', 'Any', 'Double', 'URL', 'Void']);

export function typeOf(node: Node | undefined, x: Translation): Expression | undefined {
  if (node?.type === 'optional_type') return typeOf(child(node, 'wrapped'), x);
  if (node?.type !== 'user_type' || plainTypes.has(x.words(node)) || !/^[\w.]+$/.test(x.words(node)))
    return undefined;
  const place = x.place(node);
  const [first = '', ...rest] = x.words(node).split('.');
  return rest.reduce<Expression>(
    (of, each) => ({ form: 'member', of, name: { form: 'literal', value: each, place }, place }),
    { form: 'reference', name: first, place },
  );
}

/** Callers name a parameter by its label; where that is not its name, the name is bound in the body. */
interface Parameters {
  params: Parameter[];
  binds: Statement[];
}

export function parameters(node: Node, x: Translation): Parameters {
  const found: Parameters = { params: [], binds: [] };
  node.children.forEach((each, at) => {
    if (each.type !== 'parameter' && each.type !== 'lambda_parameter') return;
    const label = child(each, 'external_name');
    const inner = childrenOf(each, 'name').find((part) => part.type === 'simple_identifier');
    if (!inner) return;
    const type = typeOf(
      childrenOf(each, 'name').find((part) => part.type !== 'simple_identifier'),
      x,
    );
    const next = node.children.slice(at + 1).find((part) => part.type !== '=');
    const value = next?.field === 'default_value' ? next : undefined;
    const place = x.place(each);
    const outer = label && x.words(label) !== '_' ? x.words(label) : x.words(inner);
    const rest = x.words(each).endsWith('...') ? { rest: 'list' as const } : {};
    found.params.push({
      name: outer,
      ...(type && { type }),
      ...(value && { default: x.expression(value) }),
      ...rest,
      place,
    });
    if (outer !== x.words(inner)) {
      found.binds.push({
        form: 'bind',
        name: x.words(inner),
        value: { form: 'reference', name: outer, place },
        place,
      });
    }
  });
  return found;
}

export function functionOf(node: Node, x: Translation): FunctionForm {
  const label = child(node, 'name');
  const place = x.place(node);
  const { params, binds } = parameters(node, x);
  const body = child(node, 'body');
  const isConstructor = node.type === 'init_declaration';
  const inner = body ? statementsOf(named(body), x) : [];
  const isStatic = hasModifier(node, /\b(static|class)\b/, x);
  return {
    name: label ? x.words(label) : '',
    params,
    body: [...binds, ...(isConstructor || inner.length !== 1 ? inner : returningLast(inner, place))],
    ...(isStatic && { isStatic }),
    ...(isConstructor && { isConstructor }),
    place,
  };
}

function hasModifier(node: Node, pattern: RegExp, x: Translation): boolean {
  const modifiers = ofType(node, 'modifiers');
  return modifiers !== undefined && pattern.test(x.words(modifiers));
}

export function classOf(node: Node, x: Translation): Statement[] {
  const label = child(node, 'name');
  const parts: ClassParts = { fields: [], methods: [], body: [], nested: [] };
  for (const each of named(child(node, 'body') ?? node)) addPart(each, parts, x);
  const bases = allOfType(node, 'inheritance_specifier').flatMap(
    (each) => typeOf(child(each, 'inherits_from'), x) ?? [],
  );
  const kind = child(node, 'declaration_kind');
  if (kind && label && x.words(kind) === 'extension' && !isDeclared(x.words(label), x)) {
    const base: Expression = { form: 'reference', name: x.words(label), place: x.place(label) };
    return classWith(parts, { name: `extension ${x.words(label)}`, bases: [base], place: x.place(node) });
  }
  const isEnum = kind !== undefined && x.words(kind) === 'enum';
  return classWith(parts, {
    name: label ? x.words(label) : '',
    bases: isEnum ? [] : bases,
    place: x.place(node),
  });
}

/** Whether a type is declared in this file; an extension of any other stands beside it. */
function isDeclared(name: string, x: Translation): boolean {
  return new RegExp(`\\b(class|struct|enum|actor)\\s+${name}\\b`).test(x.text);
}

function addPart(node: Node, parts: ClassParts, x: Translation): void {
  if (node.type === 'function_declaration' || node.type === 'init_declaration')
    parts.methods.push(functionOf(node, x));
  else if (node.type === 'class_declaration') parts.nested.push(...classOf(node, x));
  else if (node.type === 'enum_entry') parts.fields.push(...cases(node, x));
  else if (node.type === 'property_declaration') addProperty(node, parts, x);
}

function addProperty(node: Node, parts: ClassParts, x: Translation): void {
  const computed = child(node, 'computed_value');
  const isStatic = hasModifier(node, /\b(static|class)\b/, x);
  if (computed) parts.methods.push(getter(node, computed, isStatic, x));
  else
    for (const each of properties(node, x)) {
      if (each.form === 'bind') parts.fields.push({ ...each, ...(isStatic && { isStatic }) });
    }
}

function getter(node: Node, computed: Node, isStatic: boolean, x: Translation): FunctionForm {
  const label = child(node, 'name');
  const place = x.place(node);
  const body = statementsOf(named(ofType(computed, 'computed_getter') ?? computed), x);
  return {
    name: label ? x.words(label) : '',
    params: [],
    body: body.length === 1 ? returningLast(body, place) : body,
    isGetter: true,
    ...(isStatic && { isStatic }),
    place,
  };
}

/** A case with a raw value is that value; any other cannot be said. */
function cases(node: Node, x: Translation): (Bind & { isStatic: true })[] {
  const raw = child(node, 'raw_value');
  return childrenOf(node, 'name').map((each) => {
    const place = x.place(each);
    const value: Expression = raw
      ? x.expression(raw)
      : { form: 'opaque', reason: 'a case without a value', place };
    return { form: 'bind', name: x.words(each), value, isStatic: true, place };
  });
}
