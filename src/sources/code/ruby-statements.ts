import type { Branch, Expression, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { type Adapter, allOfType, child, childrenOf, named, ofType, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { lastInto } from './last.ts';
import { destructure, type Patterns } from './patterns.ts';
import { classOf, methodOf, structOf } from './ruby-functions.ts';
import { inline, leave, nothing, perhaps, returns } from './steps.ts';

const patterns: Patterns = {
  several: ['left_assignment_list', 'destructured_left_assignment'],
  rest: ['rest_assignment'],
  values: ['right_assignment_list', 'array'],
  one: assignTarget,
};

/** `obj.attr = v` looks like a call, and `x = v` makes `x` a variable of this scope. */
function target(node: Node, x: Translation): Expression {
  if (node.type === 'identifier') x.names.add(x.words(node));
  const plain = x.expression(node);
  return plain.form === 'call' ? plain.callee : plain;
}

/** A variable is declared where it is first assigned; a block changes those of the scope around it. */
function assignTarget(node: Node, value: Expression, place: Place, x: Translation): Statement {
  if (node.type === 'constant' || (node.type === 'identifier' && !x.names.has(x.words(node)))) {
    x.names.add(x.words(node));
    return { form: 'bind', name: x.words(node), value, place };
  }
  return { form: 'assign', target: target(node, x), operator: '=', value, place };
}

const valued = new Set(['if', 'unless', 'case', 'begin', 'if_modifier', 'unless_modifier']);

export function assign(node: Node, x: Translation): Statement[] {
  const left = child(node, 'left');
  const right = child(node, 'right');
  const place = x.place(node);
  if (!left || !right) return [];
  if (node.type === 'operator_assignment') {
    const sign = child(node, 'operator');
    const value = x.expression(right);
    return [{ form: 'assign', target: target(left, x), operator: sign ? x.words(sign) : '=', value, place }];
  }
  const struct =
    left.type === 'constant' && right.type === 'call' ? structOf(x.words(left), right, x) : undefined;
  if (struct) return [struct];
  if (valued.has(right.type)) {
    return lastInto(x.statement(right), (value) => assignTarget(left, value, place, x), place);
  }
  return destructure(left, right, node, patterns, x);
}

function not(condition: Expression): Expression {
  return { form: 'operation', operator: '!', operands: [condition], place: condition.place };
}

function branch(node: Node, x: Translation): Branch {
  const condition = x.expression(child(node, 'condition'), node);
  const then = x.statements(child(node, 'consequence'));
  const otherwise = childrenOf(node, 'alternative').flatMap((each) =>
    each.type === 'elsif' ? [branch(each, x)] : x.statements(each),
  );
  return {
    form: 'branch',
    condition: node.type === 'unless' ? not(condition) : condition,
    then,
    otherwise,
    place: x.place(node),
  };
}

function modifier(node: Node, x: Translation): Branch {
  const condition = x.expression(child(node, 'condition'), node);
  return {
    form: 'branch',
    condition: node.type === 'unless_modifier' ? not(condition) : condition,
    then: x.statement(child(node, 'body')),
    otherwise: [],
    place: x.place(node),
  };
}

function caseSwitch(node: Node, x: Translation): Statement {
  const subject = child(node, 'value');
  const cases = named(node)
    .filter((each) => each.type === 'when' || each.type === 'in_clause' || each.type === 'else')
    .map((each) => ({
      tests: testsOf(each, x),
      body: x.statements(child(each, 'body') ?? (each.type === 'else' ? each : undefined)),
    }));
  return { form: 'switch', ...(subject && { subject: x.expression(subject) }), cases, place: x.place(node) };
}

function testsOf(node: Node, x: Translation): Expression[] {
  return childrenOf(node, 'pattern').map((each) => {
    const inner = each.type === 'pattern' ? named(each)[0] : undefined;
    return inner ? x.expression(inner) : { form: 'opaque', reason: 'a pattern', place: x.place(each) };
  });
}

/** A body with what rescues it. */
function rescued(node: Node, x: Translation): Statement {
  const tails = new Set(['rescue', 'ensure', 'else']);
  const body = node.children.filter((each) => !tails.has(each.type)).flatMap((each) => x.statement(each));
  const caught = allOfType(node, 'rescue').map((each) =>
    perhaps(
      [...caughtName(each, x), ...x.statements(child(each, 'body'))],
      x.place(each),
      'an exception may be raised',
    ),
  );
  const last = allOfType(node, 'else', 'ensure').flatMap((each) => x.statements(each));
  return { form: 'block', body: [...body, ...last, ...caught], place: x.place(node) };
}

function caughtName(node: Node, x: Translation): Statement[] {
  const variable = child(node, 'variable');
  const inner = variable && named(variable)[0];
  if (!inner) return [];
  const value: Expression = { form: 'opaque', reason: 'an exception', place: x.place(inner) };
  return [assignTarget(inner, value, x.place(inner), x)];
}

function loop(node: Node, x: Translation): Statement {
  const condition = child(node, 'condition');
  const first: Statement[] = condition
    ? [{ form: 'run', expression: x.expression(condition), place: x.place(condition) }]
    : [];
  const body = child(node, 'body');
  const inner = node.type.endsWith('_modifier') ? x.statement(body) : x.statements(body);
  return { form: 'loop', body: [...first, ...inner], place: x.place(node) };
}

function forLoop(node: Node, x: Translation): Statement {
  const variable = child(node, 'pattern');
  const over = child(node, 'value');
  if (variable) x.names.add(x.words(variable));
  return {
    form: 'loop',
    ...(variable && { bind: x.words(variable) }),
    ...(over && { over: x.expression(named(over)[0], over) }),
    body: x.statements(child(node, 'body')),
    place: x.place(node),
  };
}

const leaving = new Set(['raise', 'fail', 'exit', 'exit!', 'abort']);
const ignored = new Set([
  'require',
  'require_relative',
  'attr_reader',
  'attr_accessor',
  'private',
  'public',
  'include',
  'extend',
]);

function call(node: Node, x: Translation): Statement[] {
  const method = child(node, 'method');
  const place = x.place(node);
  const words = method && !child(node, 'receiver') ? x.words(method) : '';
  const block = child(node, 'block');
  if (ignored.has(words)) return [];
  if (words === 'loop' && block) return [{ form: 'loop', body: x.statements(child(block, 'body')), place }];
  const run: Statement = { form: 'run', expression: x.expression(node), place };
  return leaving.has(words) ? [run, { form: 'leave', place }] : [run];
}

function plainName(node: Node, x: Translation): Statement[] {
  const place = x.place(node);
  if (leaving.has(x.words(node))) return [{ form: 'leave', place }];
  return [{ form: 'run', expression: x.expression(node), place }];
}

export const statements: Adapter['statements'] = {
  assignment: assign,
  operator_assignment: assign,
  if: branch,
  unless: branch,
  if_modifier: modifier,
  unless_modifier: modifier,
  case: caseSwitch,
  case_match: caseSwitch,
  begin: rescued,
  begin_block: inline(),
  body_statement: rescued,
  block_body: inline(),
  parenthesized_statements: inline(),
  while: loop,
  until: loop,
  while_modifier: loop,
  until_modifier: loop,
  for: forLoop,
  return: returns(),
  break: leave,
  next: returns(),
  redo: leave,
  retry: leave,
  call,
  identifier: plainName,
  method: (node, x) => ({ form: 'function', function: methodOf(node, x), place: x.place(node) }),
  singleton_method: (node, x) => ({
    form: 'function',
    function: methodOf(node, x, false),
    place: x.place(node),
  }),
  class: classOf,
  module: classOf,
  singleton_class: (node, x) => x.statements(ofType(node, 'body_statement')),
  heredoc_body: nothing,
  program: inline(),
};
