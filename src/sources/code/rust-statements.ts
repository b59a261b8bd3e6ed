import type {
  ClassStatement,
  Expression,
  FunctionForm,
  Import,
  Parameter,
  Statement,
} from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { type Adapter, child, named, ofType, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { lastInto, returningLast } from './last.ts';
import { boundNames, imports, typeOf } from './rust-paths.ts';
import { inline, leave, nothing, returns } from './steps.ts';

const open = (place: Place, reason = 'a part of a pattern'): Expression => ({
  form: 'opaque',
  reason,
  place,
});

/** Gives the names of a pattern their values; `Some(k)` holds what it was made of. */
export function bindPattern(pattern: Node, value: Expression, x: Translation): Statement[] {
  const place = x.place(pattern);
  const names = boundNames(pattern);
  const [only] = names;
  if (only && names.length === 1 && isHolder(pattern, x)) {
    return [{ form: 'bind', name: x.words(only), value, place }];
  }
  return names.map((each) => ({ form: 'bind', name: x.words(each), value: open(x.place(each)), place }));
}

/** A pattern whose one name is the whole value: `k`, `mut k`, `ref k`, `Some(k)`, `Ok(k)`. */
function isHolder(pattern: Node, x: Translation): boolean {
  if (pattern.type === 'identifier') return true;
  if (
    pattern.type === 'mut_pattern' ||
    pattern.type === 'ref_pattern' ||
    pattern.type === 'reference_pattern'
  )
    return true;
  return pattern.type === 'tuple_struct_pattern' && isSome(pattern, x);
}

function isSome(pattern: Node, x: Translation): boolean {
  const type = child(pattern, 'type');
  return type !== undefined && /^(Some|Ok)$/.test(x.words(type));
}

const valued = new Set(['if_expression', 'match_expression', 'block', 'unsafe_block']);

function letBinding(node: Node, x: Translation): Statement[] {
  const pattern = child(node, 'pattern');
  const value = child(node, 'value');
  const place = x.place(node);
  if (!pattern) return [];
  const type = typeOf(child(node, 'type'), x);
  if (pattern.type === 'identifier') {
    const name = x.words(pattern);
    const declared: Statement = { form: 'bind', name, ...(type && { type }), place };
    if (!value) return [declared];
    if (!valued.has(value.type)) return [{ ...declared, value: x.expression(value) }];
    const target: Expression = { form: 'reference', name, place: x.place(pattern) };
    const assigned = lastInto(
      x.statement(value),
      (given) => ({ form: 'assign', target, operator: '=', value: given, place }),
      place,
    );
    return [{ ...declared, value: { form: 'literal', value: null, place } }, ...assigned];
  }
  const given = x.expression(value, node);
  if (pattern.type === 'tuple_pattern') return tuple(pattern, given, x);
  const otherwise = child(node, 'alternative');
  const missing: Statement[] = otherwise
    ? [{ form: 'branch', condition: given, then: [], otherwise: x.statements(otherwise), place }]
    : [];
  const run: Statement[] =
    missing.length === 0 && !isHolder(pattern, x) ? [{ form: 'run', expression: given, place }] : [];
  return [...run, ...missing, ...bindPattern(pattern, given, x)];
}

function tuple(pattern: Node, value: Expression, x: Translation): Statement[] {
  const place = x.place(pattern);
  return named(pattern).flatMap((each, at) => {
    const item = value.form === 'list' ? value.items[at] : undefined;
    return bindPattern(each, item && !('spread' in item) ? item : open(place), x);
  });
}

/** `if c`, `if let Some(k) = v`: what the condition is, and what it binds. */
function condition(
  node: Node | undefined,
  around: Node,
  x: Translation,
): { test: Expression; binds: Statement[] } {
  if (node?.type !== 'let_condition') return { test: x.expression(node, around), binds: [] };
  const pattern = child(node, 'pattern');
  const value = x.expression(child(node, 'value'), node);
  if (!pattern) return { test: value, binds: [] };
  const test =
    pattern.type === 'tuple_struct_pattern' && isSome(pattern, x) ? value : open(x.place(node), 'a pattern');
  return { test, binds: bindPattern(pattern, value, x) };
}

function branch(node: Node, x: Translation): Statement {
  const { test, binds } = condition(child(node, 'condition'), node, x);
  const otherwise = child(node, 'alternative');
  return {
    form: 'branch',
    condition: test,
    then: [...binds, ...x.statements(child(node, 'consequence'))],
    otherwise: otherwise ? named(otherwise).flatMap((each) => bodyOf(each, x)) : [],
    place: x.place(node),
  };
}

function bodyOf(node: Node, x: Translation): Statement[] {
  return node.type === 'block' ? x.statements(node) : x.statement(node);
}

function match(node: Node, x: Translation): Statement {
  const subject = x.expression(child(node, 'value'), node);
  const arms = named(child(node, 'body') ?? node).filter((each) => each.type === 'match_arm');
  const cases = arms.map((each, at) => {
    const pattern = child(each, 'pattern');
    const inner = pattern && named(pattern)[0];
    const value = child(each, 'value');
    const isLast = at === arms.length - 1 && !(pattern && child(pattern, 'condition'));
    const body = [...(inner ? bindPattern(inner, subject, x) : []), ...(value ? bodyOf(value, x) : [])];
    return { tests: isLast ? [] : testsOf(pattern, subject, x), body };
  });
  return { form: 'switch', cases, place: x.place(node) };
}

function testsOf(pattern: Node | undefined, subject: Expression, x: Translation): Expression[] {
  const inner = pattern && named(pattern)[0];
  if (!inner) return pattern && child(pattern, 'condition') ? [open(x.place(pattern), 'a guard')] : [];
  if (child(pattern, 'condition')) return [open(x.place(pattern), 'a guard')];
  const each = inner.type === 'or_pattern' ? named(inner) : [inner];
  return each.map((one) => testOf(one, subject, x));
}

function testOf(pattern: Node, subject: Expression, x: Translation): Expression {
  const place = x.place(pattern);
  if (pattern.type === 'tuple_struct_pattern' && isSome(pattern, x)) return subject;
  if (pattern.type === 'identifier' && x.words(pattern) === 'None')
    return { form: 'operation', operator: '!', operands: [subject], place };
  const isPlain = pattern.type.endsWith('_literal') || pattern.type === 'scoped_identifier';
  if (!isPlain) return open(place, 'a pattern');
  return { form: 'operation', operator: '==', operands: [subject, x.expression(pattern)], place };
}

function forLoop(node: Node, x: Translation): Statement {
  const pattern = child(node, 'pattern');
  const over = x.expression(child(node, 'value'), node);
  const plain = pattern?.type === 'identifier' ? x.words(pattern) : undefined;
  const binds = pattern && plain === undefined ? bindPattern(pattern, open(x.place(pattern)), x) : [];
  const body = [...binds, ...x.statements(child(node, 'body'))];
  return { form: 'loop', ...(plain !== undefined && { bind: plain }), over, body, place: x.place(node) };
}

function whileLoop(node: Node, x: Translation): Statement {
  const { test, binds } = condition(child(node, 'condition'), node, x);
  const run: Statement = { form: 'run', expression: test, place: test.place };
  return { form: 'loop', body: [run, ...binds, ...x.statements(child(node, 'body'))], place: x.place(node) };
}

export function parameters(list: Node | undefined, x: Translation): Parameter[] {
  return (list ? named(list) : []).flatMap((each): Parameter[] => {
    if (each.type === 'self_parameter') return [];
    const pattern = child(each, 'pattern') ?? each;
    const target = boundNames(pattern)[0];
    const type = typeOf(child(each, 'type'), x);
    const name = target ? x.words(target) : `parts:${each.start}`;
    return [{ name, ...(type && { type }), place: x.place(each) }];
  });
}

export function functionOf(node: Node, x: Translation): FunctionForm {
  const label = child(node, 'name');
  const list = child(node, 'parameters');
  const place = x.place(node);
  const takesSelf = list && ofType(list, 'self_parameter');
  return {
    name: label ? x.words(label) : '',
    params: parameters(list, x),
    body: returningLast(x.statements(child(node, 'body')), place),
    ...(!takesSelf && { isStatic: true }),
    place,
  };
}

function functionStatement(node: Node, x: Translation): Statement {
  const { isStatic: _, ...form } = functionOf(node, x);
  const exported = ofType(node, 'visibility_modifier') !== undefined;
  return { form: 'function', function: form, ...(exported && { exported }), place: x.place(node) };
}

function struct(node: Node, x: Translation): ClassStatement {
  const label = child(node, 'name');
  const fields = named(child(node, 'body') ?? node)
    .filter((each) => each.type === 'field_declaration')
    .map((each) => {
      const type = typeOf(child(each, 'type'), x);
      const fieldName = child(each, 'name');
      return {
        form: 'bind' as const,
        name: fieldName ? x.words(fieldName) : '',
        ...(type && { type }),
        place: x.place(each),
      };
    });
  return {
    form: 'class',
    name: label ? x.words(label) : '',
    bases: [],
    fields,
    methods: [],
    body: [],
    place: x.place(node),
  };
}

function implementation(node: Node, x: Translation): ClassStatement {
  const type = child(node, 'type');
  const label = type && (child(type, 'type') ?? type);
  const parts = named(child(node, 'body') ?? node);
  const methods = parts.filter((each) => each.type === 'function_item').map((each) => functionOf(each, x));
  const fields = parts
    .filter((each) => each.type === 'const_item')
    .flatMap((each) => constant(each, x).map((bind) => ({ ...bind, isStatic: true })));
  return {
    form: 'class',
    name: label ? x.words(label) : '',
    bases: [],
    fields,
    methods,
    body: [],
    place: x.place(node),
  };
}

function constant(node: Node, x: Translation) {
  const label = child(node, 'name');
  if (!label) return [];
  const value = x.expression(child(node, 'value'), node);
  return [{ form: 'bind' as const, name: x.words(label), value, constant: true, place: x.place(node) }];
}

function assign(node: Node, x: Translation): Statement {
  const sign = child(node, 'operator');
  const operator = sign ? x.words(sign) : '=';
  const target = x.expression(child(node, 'left'), node);
  return {
    form: 'assign',
    target,
    operator,
    value: x.expression(child(node, 'right'), node),
    place: x.place(node),
  };
}

const leaving = new Set(['panic', 'bail', 'unreachable', 'todo', 'unimplemented']);

function macro(node: Node, x: Translation): Statement[] {
  const label = child(node, 'macro');
  const place = x.place(node);
  if (label && leaving.has(x.words(label).split('::').at(-1) ?? '')) return [{ form: 'leave', place }];
  return [{ form: 'run', expression: x.expression(node), place }];
}

const use = (node: Node, x: Translation): Import[] => {
  const argument = child(node, 'argument');
  return argument ? imports(argument, x) : [];
};

export const statements: Adapter['statements'] = {
  expression_statement: inline(),
  let_declaration: letBinding,
  const_item: constant,
  static_item: constant,
  if_expression: branch,
  match_expression: match,
  for_expression: forLoop,
  while_expression: whileLoop,
  loop_expression: (node, x) => ({
    form: 'loop',
    body: x.statements(child(node, 'body')),
    place: x.place(node),
  }),
  block: (node, x) => ({ form: 'block', body: x.statements(node), place: x.place(node) }),
  unsafe_block: inline(),
  return_expression: returns(),
  break_expression: leave,
  continue_expression: leave,
  assignment_expression: assign,
  compound_assignment_expr: assign,
  macro_invocation: macro,
  use_declaration: use,
  function_item: functionStatement,
  struct_item: struct,
  impl_item: implementation,
  mod_item: (node, x) => x.statements(child(node, 'body')),
  enum_item: nothing,
  trait_item: nothing,
  type_item: nothing,
  attribute_item: nothing,
  inner_attribute_item: nothing,
  macro_definition: nothing,
  extern_crate_declaration: nothing,
  empty_statement: nothing,
  foreign_mod_item: nothing,
};
