import type { Expression, Import, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { type Adapter, allOfType, child, childrenOf, named, ofType, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { lastInto } from './last.ts';
import { name } from './shapes.ts';
import { inline, leave, nothing, perhaps } from './steps.ts';
import { classOf, functionOf, typeOf } from './swift-types.ts';

/** The parts of a node between its braces, in order: Swift's grammar gives bodies no names. */
function bodies(node: Node): Node[][] {
  const found: Node[][] = [];
  let depth = 0;
  for (const each of node.children) {
    if (each.type === '}') depth = 0;
    else if (depth === 1) found.at(-1)!.push(each);
    if (each.type === '{') {
      depth = 1;
      found.push([]);
    }
  }
  return found;
}

export function statementsOf(nodes: Node[], x: Translation): Statement[] {
  return nodes.flatMap((each) => (each.type === 'statements' ? x.statements(each) : x.statement(each)));
}

function bodyOf(node: Node, at: number, x: Translation): Statement[] {
  return statementsOf(bodies(node)[at] ?? [], x);
}

/** A condition's words: `let a = b` binds, anything else is a test. */
interface Condition {
  tests: Expression[];
  binds: Statement[];
}

/** The conditions before the first brace. */
export function conditionOf(node: Node, x: Translation): { test: Expression; binds: Statement[] } {
  const ends = (each: Node) => each.type === '{' || each.type === 'else' || each.field === 'else';
  const end = node.children.findIndex(ends);
  const parts = node.children.slice(1, end === -1 ? undefined : end);
  const found: Condition = { tests: [], binds: [] };
  for (let at = 0; at < parts.length; ) at += takeCondition(parts.slice(at), found, x);
  const place = x.place(parts[0] ?? node, parts.at(-1) ?? node);
  const [only] = found.tests;
  return { test: only && found.tests.length === 1 ? only : all(found.tests, place), binds: found.binds };
}

/** Reads one condition from the front of `parts`; gives how many of them it took. */
function takeCondition(parts: Node[], into: Condition, x: Translation): number {
  const [first, bound, equals, given] = parts as [Node, Node?, Node?, Node?];
  if (first.type !== 'value_binding_pattern') {
    if (first.named && first.type !== 'type_annotation') into.tests.push(x.expression(first));
    return 1;
  }
  const value = equals?.type === '=' ? given : undefined;
  if (!bound) return 1;
  const expression = value ? x.expression(value) : name(bound, x);
  into.binds.push({
    form: 'bind',
    name: x.words(bound),
    value: expression,
    place: x.place(first, value ?? bound),
  });
  into.tests.push(expression);
  return value ? 4 : 2;
}

function all(tests: Expression[], place: Place): Expression {
  return { form: 'operation', operator: '&&', operands: tests, place };
}

export function branch(node: Node, x: Translation): Statement {
  const { test, binds } = conditionOf(node, x);
  const nested = ofType(node, 'if_statement');
  const otherwise = nested ? x.statement(nested) : bodyOf(node, 1, x);
  return {
    form: 'branch',
    condition: test,
    then: [...binds, ...bodyOf(node, 0, x)],
    otherwise,
    place: x.place(node),
  };
}

function guard(node: Node, x: Translation): Statement[] {
  const { test, binds } = conditionOf(node, x);
  return [
    { form: 'branch', condition: test, then: [], otherwise: bodyOf(node, 0, x), place: x.place(node) },
    ...binds,
  ];
}

export function switchOf(node: Node, x: Translation): Statement {
  const subject = child(node, 'expr');
  const cases = allOfType(node, 'switch_entry').map((each) => ({
    tests: testsOf(each, x),
    body: [...boundIn(each, x), ...allOfType(each, 'statements').flatMap((part) => x.statements(part))],
  }));
  return { form: 'switch', ...(subject && { subject: x.expression(subject) }), cases, place: x.place(node) };
}

function testsOf(entry: Node, x: Translation): Expression[] {
  return allOfType(entry, 'switch_pattern').map((each) => {
    const pattern = named(each)[0] ?? each;
    const inner = named(pattern);
    const place = x.place(pattern);
    const dotted = pattern.children[0] && x.words(pattern.children[0]) === '.';
    const isPlain = inner.length === 1 && inner[0] && !ofType(entry, 'where_keyword');
    if (dotted && isPlain) return memberOfDot(inner[0]!, x, place);
    if (isPlain && inner[0]!.type.endsWith('literal')) return x.expression(inner[0]);
    return { form: 'opaque', reason: 'a pattern', place };
  });
}

export function memberOfDot(label: Node, x: Translation, place: Place): Expression {
  const of: Expression = { form: 'reference', name: '.', place: { ...place, end: place.start } };
  return {
    form: 'member',
    of,
    name: { form: 'literal', value: x.words(label), place: x.place(label) },
    place,
  };
}

/** The names that a case takes out of what it matches. */
function boundIn(node: Node, x: Translation): Statement[] {
  return node.children.flatMap((each) => {
    if (each.type === 'statements') return [];
    if (each.field !== 'bound_identifier') return boundIn(each, x);
    const place = x.place(each);
    return [
      {
        form: 'bind' as const,
        name: x.words(each),
        value: { form: 'opaque' as const, reason: 'a part of a pattern', place },
        place,
      },
    ];
  });
}

function forLoop(node: Node, x: Translation): Statement {
  const item = child(node, 'item');
  const over = child(node, 'collection');
  const place = x.place(node);
  const single = item && child(item, 'bound_identifier');
  const binds = item && !single ? namesIn(item, x) : [];
  return {
    form: 'loop',
    ...(single && { bind: x.words(single) }),
    ...(over && { over: x.expression(over) }),
    body: [...binds, ...bodyOf(node, 0, x)],
    place,
  };
}

function namesIn(pattern: Node, x: Translation): Statement[] {
  if (pattern.type !== 'simple_identifier') return pattern.children.flatMap((each) => namesIn(each, x));
  const place = x.place(pattern);
  return [
    {
      form: 'bind',
      name: x.words(pattern),
      value: { form: 'opaque', reason: 'a part of a pattern', place },
      place,
    },
  ];
}

function loop(node: Node, x: Translation): Statement {
  const condition = child(node, 'condition');
  const run: Statement[] = condition
    ? [{ form: 'run', expression: x.expression(condition), place: x.place(condition) }]
    : [];
  return { form: 'loop', body: [...run, ...bodyOf(node, 0, x)], place: x.place(node) };
}

function doCatch(node: Node, x: Translation): Statement {
  const caught = allOfType(node, 'catch_block').map((each) =>
    perhaps([...boundIn(each, x), ...bodyOf(each, 0, x)], x.place(each), 'an error may be thrown'),
  );
  return { form: 'block', body: [...bodyOf(node, 0, x), ...caught], place: x.place(node) };
}

const valued = new Set(['if_statement', 'switch_statement']);

/** `let a = b, c: T`: each pattern with the value that follows it. */
export function properties(node: Node, x: Translation): Statement[] {
  return childrenOf(node, 'name')
    .filter((each) => each.type === 'pattern')
    .flatMap((each) => property(each, node, x));
}

function property(pattern: Node, node: Node, x: Translation): Statement[] {
  const at = node.children.indexOf(pattern);
  const next = node.children.findIndex(
    (each, index) => index > at && each.field === 'name' && each.type === 'pattern',
  );
  const own = node.children.slice(at + 1, next === -1 ? undefined : next);
  const value = own.find((each) => each.field === 'value');
  const annotation = own.find((each) => each.type === 'type_annotation');
  const type = annotation && typeOf(child(annotation, 'name'), x);
  const label = child(pattern, 'bound_identifier');
  const place = x.place(node);
  if (!label) return [...(value ? x.statement(value) : []), ...namesIn(pattern, x)];
  const bind: Statement = { form: 'bind', name: x.words(label), ...(type && { type }), place };
  if (value && valued.has(value.type)) {
    const target = name(label, x);
    const assigned = lastInto(
      x.statement(value),
      (given) => ({ form: 'assign', target, operator: '=', value: given, place }),
      place,
    );
    return [{ ...bind, value: { form: 'literal', value: null, place } }, ...assigned];
  }
  return [{ ...bind, ...(value && { value: x.expression(value) }) }];
}

function assign(node: Node, x: Translation): Statement {
  const target = x.expression(child(node, 'target'), node);
  const value = x.expression(child(node, 'result'), node);
  const sign = child(node, 'operator');
  const place = x.place(node);
  if (target.form === 'reference' && target.name === '_') return { form: 'run', expression: value, place };
  return { form: 'assign', target: asMember(target), operator: sign ? x.words(sign) : '=', value, place };
}

/** `d["k"]` looks like a call. */
function asMember(target: Expression): Expression {
  const [key] = target.form === 'call' ? target.args : [];
  if (target.form !== 'call' || !key) return target;
  return { form: 'member', of: target.callee, name: key.value, place: target.place };
}

function transfer(node: Node, x: Translation): Statement[] {
  const place = x.place(node);
  const words = x.words(node);
  if (words.startsWith('return')) {
    const value = child(node, 'result');
    return [{ form: 'return', ...(value && { value: x.expression(value) }), place }];
  }
  return [leave(node, x)].flat();
}

function imported(node: Node, x: Translation): Import {
  const path = ofType(node, 'identifier');
  return { form: 'import', name: '*', symbol: path ? x.words(path) : '', place: x.place(node) };
}

export const statements: Adapter['statements'] = {
  statements: inline(),
  if_statement: branch,
  guard_statement: guard,
  switch_statement: switchOf,
  for_statement: forLoop,
  while_statement: loop,
  repeat_while_statement: loop,
  do_statement: doCatch,
  property_declaration: properties,
  assignment: assign,
  control_transfer_statement: transfer,
  import_declaration: imported,
  class_declaration: classOf,
  protocol_declaration: nothing,
  typealias_declaration: nothing,
  function_declaration: (node, x) => ({
    form: 'function',
    function: functionOf(node, x),
    place: x.place(node),
  }),
  directive: nothing,
};
