import type { Entry, Expression, Statement } from '../../evaluate/form.ts';
import {
  type Adapter,
  allOfType,
  child,
  childrenOf,
  named,
  ofType,
  type ToExpression,
  type ToStatements,
  type Translation,
} from './adapter.ts';
import { block, bodyOf, jump } from './braces.ts';
import { gathered } from './class-parts.ts';
import { functionForm, methodDeclaration, typeOf, typeSpec } from './go-types.ts';
import type { Node } from './grammar.ts';
import {
  binary,
  constant,
  index,
  literal,
  member,
  name,
  number,
  reference,
  spread,
  through,
  unary,
  wordsOf,
} from './shapes.ts';
import { inline, nothing, runs } from './steps.ts';
import { textOf } from './text.ts';

/** `T{A: b}`: a record of its type; of maps without one, of slices a list. */
const composite: ToExpression = (node, x) => {
  const type = child(node, 'type');
  const made = literalValue(child(node, 'body'), x, x.place(node));
  if (made.form !== 'record') return made;
  const of = typeOf(type, x);
  return of ? { ...made, type: of } : made;
};

function literalValue(body: Node | undefined, x: Translation, place = x.place(body!)): Expression {
  const inner = body ? named(body) : [];
  const keyed = inner.filter((each) => each.type === 'keyed_element');
  if (body) x.broken(body);
  if (keyed.length === 0 && inner.length > 0) {
    const items = inner.filter((each) => each.type !== 'ERROR').map((each) => element(each, x));
    return { form: 'list', items, place };
  }
  return { form: 'record', entries: keyed.map((each) => keyedElement(each, x)), place };
}

function keyedElement(node: Node, x: Translation): Entry {
  const key = named(child(node, 'key') ?? node)[0];
  const field = key?.type === 'identifier';
  return {
    name: field ? wordsOf(key, x) : x.expression(key, node),
    value: element(child(node, 'value') ?? node, x),
    place: x.place(node),
  };
}

function element(node: Node, x: Translation): Expression {
  const inner = named(node)[0] ?? node;
  return inner.type === 'literal_value' ? literalValue(inner, x) : x.expression(inner, node);
}

/** `make` and `new` take a type; a conversion to a built-in type keeps the value. */
const call: ToExpression = (node, x) => {
  const callee = child(node, 'function');
  const list = child(node, 'arguments');
  const [first] = list ? named(list) : [];
  const place = x.place(node);
  const words = callee ? x.words(callee) : '';
  if (words === 'new' && first) {
    return { form: 'record', type: typeOf(first, x) ?? name(first, x), entries: [], place };
  }
  if (words === 'make' && first?.type === 'map_type') return { form: 'record', entries: [], place };
  if (words === 'string' && first) return x.expression(first);
  return { form: 'call', callee: x.expression(callee, node), args: x.args(list), place };
};

const pointer: ToExpression = (node, x) => {
  const sign = child(node, 'operator');
  const transparent = sign && ['&', '*', '<-'].includes(x.words(sign));
  return transparent ? x.expression(child(node, 'operand'), node) : unary('operand')(node, x);
};

const lambda: ToExpression = (node, x) => ({
  form: 'lambda',
  function: functionForm(node, x),
  place: x.place(node),
});

const values = (node: Node | undefined, x: Translation): Expression[] =>
  node ? named(node).map((each) => x.expression(each)) : [];

/** Of several results of one call, the first is followed; the others are what it says they are. */
function valueAt(at: number, given: Expression[], count: number, place = given[0]!.place): Expression {
  if (given.length === count || at === 0)
    return given[at] ?? { form: 'opaque', reason: 'half-written', place };
  return { form: 'opaque', reason: 'a further result', place };
}

function bindings(names: Node[], given: Expression[], x: Translation, type?: Node): Statement[] {
  const of = typeOf(type, x);
  return names.flatMap((each, at): Statement[] => {
    const place = x.place(each);
    const value = given.length > 0 ? valueAt(at, given, names.length) : undefined;
    if (x.words(each) === '_') return value ? [{ form: 'run', expression: value, place }] : [];
    return [{ form: 'bind', name: x.words(each), ...(value && { value }), ...(of && { type: of }), place }];
  });
}

const variables: ToStatements = (node, x) => {
  const given = values(child(node, 'value'), x);
  const bound = bindings(
    childrenOf(node, 'name').filter((each) => each.named),
    given,
    x,
    child(node, 'type'),
  );
  return bound.map((each) =>
    each.form === 'bind' && node.type === 'const_spec' ? { ...each, constant: true } : each,
  );
};

const shortVariables: ToStatements = (node, x) =>
  bindings(named(child(node, 'left') ?? node), values(child(node, 'right'), x), x);

const assignment: ToStatements = (node, x) => {
  const targets = named(child(node, 'left') ?? node);
  const given = values(child(node, 'right'), x);
  const sign = child(node, 'operator');
  return targets.flatMap((each, at): Statement[] => {
    const value = given.length > 0 ? valueAt(at, given, targets.length) : x.opaque(node, 'half-written');
    const place = targets.length === 1 ? x.place(node) : x.place(each);
    if (x.words(each) === '_') return [{ form: 'run', expression: value, place }];
    return [
      { form: 'assign', target: x.expression(each), operator: sign ? x.words(sign) : '=', value, place },
    ];
  });
};

/** The first result is the function's value. `return nil, err` is the way out of an error: it gives nothing. */
const returned: ToStatements = (node, x) => {
  const list = ofType(node, 'expression_list');
  const inner = list ? named(list) : [];
  const [first, ...others] = inner;
  const place = x.place(node);
  if (!first) return { form: 'return', place };
  const value = x.expression(first);
  const further = others.map(
    (each): Statement => ({ form: 'run', expression: x.expression(each), place: x.place(each) }),
  );
  const failed = others.length > 0 && others.at(-1)!.type !== 'nil' && isZero(first);
  return [...further, failed ? { form: 'leave', place } : { form: 'return', value, place }];
};

function isZero(node: Node): boolean {
  if (node.type === 'composite_literal') return (child(node, 'body')?.children.length ?? 0) <= 2;
  return node.type === 'nil' || (node.type === 'interpreted_string_literal' && node.end - node.start === 2);
}

const ifStatement: ToStatements = (node, x) => {
  const first = child(node, 'initializer');
  const branch: Statement = {
    form: 'branch',
    condition: x.expression(child(node, 'condition'), node),
    then: bodyOf(child(node, 'consequence'), x),
    otherwise: bodyOf(child(node, 'alternative'), x),
    place: x.place(node),
  };
  return first ? { form: 'block', body: [...x.statement(first), branch], place: x.place(node) } : branch;
};

const loop: ToStatements = (node, x) => {
  const range = ofType(node, 'range_clause');
  const clause = ofType(node, 'for_clause');
  const first = clause ? x.statement(child(clause, 'initializer')) : [];
  const variable = range && named(child(range, 'left') ?? range).at(-1);
  const place = x.place(node);
  const body = bodyOf(child(node, 'body'), x);
  const looping: Statement = {
    form: 'loop',
    ...(variable && { bind: x.words(variable) }),
    ...(range && { over: x.expression(child(range, 'right'), range) }),
    body,
    place,
  };
  return { form: 'block', body: [...first, looping], place };
};

const switchStatement: ToStatements = (node, x) => {
  const first = child(node, 'initializer');
  const subject = node.type === 'type_switch_statement' ? undefined : child(node, 'value');
  const cases = allOfType(node, 'expression_case', 'default_case', 'type_case', 'communication_case').map(
    (each) => {
      const body = named(each).flatMap((part) => (part.field === undefined ? x.statements(part) : []));
      const fallsThrough = named(each).some((part) => ofType(part, 'fallthrough_statement'));
      return { tests: tests(each, x), body, ...(fallsThrough && { fallsThrough }) };
    },
  );
  const alias = child(node, 'alias');
  const bound = alias ? bindings(named(alias), [x.expression(child(node, 'value'), node)], x) : [];
  const made: Statement = {
    form: 'switch',
    ...(subject && { subject: x.expression(subject) }),
    cases,
    place: x.place(node),
  };
  return { form: 'block', body: [...x.statement(first), ...bound, made], place: x.place(node) };
};

function tests(node: Node, x: Translation): Expression[] {
  if (node.type === 'default_case') return [];
  if (node.type === 'expression_case') return values(child(node, 'value'), x);
  return [{ form: 'opaque', reason: 'types and channels are not followed', place: x.place(node) }];
}

/** A path's last word names it, without the version that may follow. */
const importSpec: ToStatements = (node, x) => {
  const path = child(node, 'path');
  if (!path) return [];
  const symbol = x.words(path).slice(1, -1);
  const alias = child(node, 'name');
  const words = symbol.split('/').filter((each) => !/^v\d+$/.test(each));
  const last = (words.at(-1) ?? symbol).replace(/\.v\d+$/, '').replace(/^go-|-go$/g, '');
  const named = alias && x.words(alias) !== '.' ? x.words(alias) : undefined;
  return { form: 'import', name: alias && !named ? '*' : (named ?? last), symbol, place: x.place(node) };
};

export const go: Adapter = {
  language: 'go',
  grammar: 'go',
  arrange: gathered,
  expressions: {
    identifier: reference,
    type_identifier: reference,
    package_identifier: reference,
    qualified_type: member('package', 'name'),
    selector_expression: member('operand', 'field'),
    index_expression: index('operand', 'index'),
    slice_expression: through('operand'),
    type_assertion_expression: through('operand'),
    type_conversion_expression: through('operand'),
    parenthesized_expression: through(),
    call_expression: call,
    composite_literal: composite,
    func_literal: lambda,
    unary_expression: pointer,
    binary_expression: binary(),
    interpreted_string_literal: (node, x) =>
      textOf(node, x, ['interpreted_string_literal_content', 'escape_sequence'], []),
    raw_string_literal: (node, x) => literal(x.words(node).slice(1, -1), x.place(node)),
    rune_literal: (node, x) => literal(x.words(node).slice(1, -1), x.place(node)),
    int_literal: number,
    float_literal: number,
    true: constant(true),
    false: constant(false),
    nil: constant(null),
  },
  statements: {
    source_file: inline(),
    package_clause: nothing,
    import_declaration: inline(),
    import_spec_list: inline(),
    import_spec: importSpec,
    const_declaration: inline(),
    var_declaration: inline(),
    var_spec_list: inline(),
    const_spec: variables,
    var_spec: variables,
    type_declaration: inline(),
    type_spec: typeSpec,
    type_alias: typeSpec,
    function_declaration: (node, x) => ({
      form: 'function',
      function: functionForm(node, x),
      exported: /^[A-Z]/.test(x.words(child(node, 'name') ?? node)),
      place: x.place(node),
    }),
    method_declaration: methodDeclaration,
    statement_list: inline(),
    block,
    expression_statement: runs(),
    short_var_declaration: shortVariables,
    assignment_statement: assignment,
    inc_statement: nothing,
    dec_statement: nothing,
    if_statement: ifStatement,
    for_statement: loop,
    expression_switch_statement: switchStatement,
    type_switch_statement: switchStatement,
    select_statement: switchStatement,
    go_statement: runs(),
    defer_statement: runs(),
    send_statement: (node, x) => x.statement(child(node, 'value')),
    receive_statement: nothing,
    labeled_statement: (node, x) => x.statement(named(node).at(-1)),
    return_statement: returned,
    break_statement: jump,
    continue_statement: jump,
    goto_statement: jump,
    fallthrough_statement: nothing,
  },
  arguments: { variadic_argument: spread('list') },
};
