import type { Branch, Expression, Import, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { type Adapter, allOfType, child, childrenOf, named, ofType, type Translation } from './adapter.ts';
import { block, bodyOf, loopOf, tryCatch } from './braces.ts';
import type { Node } from './grammar.ts';
import { destructure, type Patterns, takeApart } from './patterns.ts';
import { classOf, constantOf, functionOf } from './php-classes.ts';
import { inline, leave, nothing, removal, returns, runs } from './steps.ts';

function bindTarget(target: Node, value: Expression, place: Place, x: Translation): Statement {
  if (target.type === 'variable_name' && !x.names.has(x.words(target))) {
    return { form: 'bind', name: x.words(target), value, place };
  }
  if (target.type === 'subscript_expression' && named(target).length === 1)
    return append(target, value, place, x);
  return { form: 'assign', target: x.expression(target), operator: '=', value, place };
}

/** `$list[] = $x`. */
function append(target: Node, value: Expression, place: Place, x: Translation): Statement {
  const of = x.expression(named(target)[0], target);
  const callee: Expression = {
    form: 'member',
    of,
    name: { form: 'literal', value: 'push', place: of.place },
    place: of.place,
  };
  return {
    form: 'run',
    expression: { form: 'call', callee, args: [{ value, place: value.place }], place },
    place,
  };
}

export const patterns: Patterns = {
  several: ['list_literal', 'array_creation_expression'],
  rest: [],
  values: ['array_creation_expression'],
  one: bindTarget,
};

export function assign(node: Node, x: Translation): Statement[] {
  const target = child(node, 'left');
  const value = child(node, 'right');
  if (!target || !value) return [];
  const place = x.place(node);
  if (node.type === 'augmented_assignment_expression') {
    const sign = child(node, 'operator');
    return [
      {
        form: 'assign',
        target: x.expression(target),
        operator: sign ? x.words(sign) : '=',
        value: x.expression(value),
        place,
      },
    ];
  }
  const isKeyed = target.type === 'list_literal' && target.children.some((each) => x.words(each) === '=>');
  if (isKeyed) return [{ form: 'run', expression: x.expression(value), place }];
  return destructure(target, value, node, patterns, x);
}

function branch(node: Node, x: Translation, others = childrenOf(node, 'alternative')): Branch {
  const [next, ...rest] = others;
  return {
    form: 'branch',
    condition: x.expression(child(node, 'condition'), node),
    then: bodyOf(child(node, 'body'), x),
    otherwise: next ? alternative(next, rest, x) : [],
    place: x.place(node),
  };
}

function alternative(node: Node, rest: Node[], x: Translation): Statement[] {
  return node.type === 'else_if_clause' ? [branch(node, x, rest)] : bodyOf(child(node, 'body'), x);
}

function forEach(node: Node, x: Translation): Statement {
  const [over, target] = named(node).filter((each) => each.field !== 'body');
  const element = target?.type === 'pair' ? named(target)[1] : target;
  const plain = element?.type === 'by_ref' ? named(element)[0] : element;
  const place = x.place(node);
  const isName = plain?.type === 'variable_name';
  const open: Expression = {
    form: 'opaque',
    reason: 'an element of what is gone through',
    place: x.place(target ?? node),
  };
  const key = target?.type === 'pair' ? named(target)[0] : undefined;
  const binds = [
    ...(key ? takeApart(key, open, node, patterns, x) : []),
    ...(plain && !isName ? takeApart(plain, open, node, patterns, x) : []),
  ];
  const body = [...binds, ...bodyOf(child(node, 'body'), x)];
  return {
    form: 'loop',
    ...(plain && isName && { bind: x.words(plain) }),
    ...(over && { over: x.expression(over) }),
    body,
    place,
  };
}

function switchOf(node: Node, x: Translation): Statement {
  const cases = named(child(node, 'body') ?? node).map((each) => {
    const value = child(each, 'value');
    const body = each.children.filter((part) => part !== value).flatMap((part) => x.statement(part));
    const last = body.at(-1)?.form;
    return {
      tests: value ? [x.expression(value)] : [],
      body,
      fallsThrough: last !== 'leave' && last !== 'return',
    };
  });
  return {
    form: 'switch',
    subject: x.expression(child(node, 'condition'), node),
    cases,
    place: x.place(node),
  };
}

function imports(node: Node, x: Translation): Import[] {
  const prefix = ofType(node, 'namespace_name');
  const group = child(node, 'body');
  const start = group && prefix ? `${x.words(prefix)}\\` : '';
  return allOfType(group ?? node, 'namespace_use_clause').map((each) => {
    const alias = child(each, 'alias');
    const path = named(each).find((part) => part !== alias);
    const symbol = `${start}${path ? x.words(path) : ''}`.replace(/^\\/, '').replaceAll('\\', '.');
    const name = alias ? x.words(alias) : (symbol.split('.').at(-1) ?? '');
    return { form: 'import', name, symbol, place: x.place(each) };
  });
}

/** `define('NAME', value)` is a constant. */
function expression(node: Node, x: Translation): Statement[] {
  const inner = named(node)[0];
  const callee = inner?.type === 'function_call_expression' ? child(inner, 'function') : undefined;
  if (!inner || !callee || x.words(callee) !== 'define') return x.statements(node);
  const [label, value] = x.args(child(inner, 'arguments')).map((each) => each.value);
  if (label?.form !== 'literal' || !value) return x.statements(node);
  return [{ form: 'bind', name: String(label.value), value, place: x.place(node) }];
}

function globals(node: Node, x: Translation): Statement[] {
  for (const each of named(node)) x.names.add(x.words(each));
  return [];
}

function unset(node: Node, x: Translation): Statement[] {
  return allOfType(node, 'subscript_expression').map((each) => {
    const [of, key] = named(each);
    return removal(x.expression(of, each), x.expression(key, each));
  });
}

export const statements: Adapter['statements'] = {
  expression_statement: expression,
  assignment_expression: assign,
  reference_assignment_expression: assign,
  augmented_assignment_expression: assign,
  compound_statement: block,
  colon_block: inline(),
  if_statement: (node, x) => branch(node, x),
  switch_statement: switchOf,
  foreach_statement: forEach,
  for_statement: loopOf('initialize'),
  while_statement: loopOf(),
  do_statement: loopOf(),
  try_statement: tryCatch,
  return_statement: returns(),
  throw_expression: leave,
  throw_statement: leave,
  break_statement: leave,
  continue_statement: leave,
  exit_statement: leave,
  echo_statement: runs(),
  unset_statement: unset,
  global_declaration: globals,
  function_static_declaration: nothing,
  namespace_use_declaration: imports,
  namespace_definition: (node, x) => x.statements(child(node, 'body')),
  const_declaration: (node, x) => allOfType(node, 'const_element').map((each) => constantOf(each, x)),
  declare_statement: nothing,
  php_tag: nothing,
  text: nothing,
  text_interpolation: nothing,
  function_definition: (node, x) => ({
    form: 'function',
    function: functionOf(node, x),
    place: x.place(node),
  }),
  class_declaration: classOf,
  trait_declaration: classOf,
  interface_declaration: nothing,
  enum_declaration: classOf,
};
