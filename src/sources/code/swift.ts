import type { Argument, Expression, Statement } from '../../evaluate/form.ts';
import {
  type Adapter,
  allOfType,
  child,
  childrenOf,
  named,
  ofType,
  type ToExpression,
  type Translation,
} from './adapter.ts';
import { gathered } from './class-parts.ts';
import type { Node } from './grammar.ts';
import { returningLast, valueOfBody } from './last.ts';
import { ownMembers } from './own-members.ts';
import {
  binary,
  conditional,
  constant,
  literal,
  name,
  number,
  opaque,
  through,
  unary,
  wordsOf,
} from './shapes.ts';
import { memberOfDot, statements, statementsOf } from './swift-statements.ts';
import { parameters } from './swift-types.ts';
import { textOf } from './text.ts';

const text: ToExpression = (node, x) =>
  textOf(
    node,
    x,
    ['line_str_text', 'multi_line_str_text', 'raw_str_part', 'str_escaped_char'],
    ['interpolated_expression'],
  );

const lambda: ToExpression = (node, x) => {
  const place = x.place(node);
  const type = child(node, 'type');
  const list = type && ofType(type, 'lambda_function_type_parameters');
  const { params, binds } = list ? parameters(list, x) : { params: [], binds: [] };
  const inner = statementsOf(allOfType(node, 'statements'), x);
  const body = [...binds, ...(inner.length === 1 ? returningLast(inner, place) : inner)];
  const numbered = list ? params : ['$0', '$1'].map((each) => ({ name: each, place }));
  return { form: 'lambda', function: { params: numbered, body, place }, place };
};

/** An enum's member by its raw value: `.sdkUnknown("AES256")`, `T(rawValue: "aws:kms")`. */
function rawValue(callee: Node | undefined, args: Argument[], x: Translation): Expression | undefined {
  const [only] = args;
  if (!callee || !only || args.length > 1) return undefined;
  return only.name === 'rawValue' || x.words(callee).endsWith('.sdkUnknown') ? only.value : undefined;
}

const call: ToExpression = (node, x) => {
  const [callee] = named(node);
  const suffix = ofType(node, 'call_suffix');
  if (callee && suffix && x.words(callee) === '.init') return initialised(suffix, node, x);
  const args = suffix ? argumentsOf(suffix, x) : [];
  const raw = rawValue(callee, args, x);
  if (callee && suffix && /^\w*ClientTypes\./.test(x.words(callee))) return initialised(suffix, node, x);
  return raw ?? { form: 'call', callee: x.expression(callee, node), args, place: x.place(node) };
};

/** `.init(a: b)` makes what is expected here. */
function initialised(suffix: Node, node: Node, x: Translation): Expression {
  const entries = argumentsOf(suffix, x).flatMap(({ name: label, namePlace, value, place }) =>
    label === undefined ? [] : [{ name: literal(label, namePlace ?? place), value, place }],
  );
  return { form: 'record', entries, place: x.place(node) };
}

/** Arguments in brackets, then closures behind them. */
function argumentsOf(suffix: Node, x: Translation): Argument[] {
  const list = ofType(suffix, 'value_arguments');
  const closures = allOfType(suffix, 'lambda_literal').map((each) => {
    const before = suffix.children[suffix.children.indexOf(each) - 2];
    const label = before?.field === 'name' ? before : undefined;
    return {
      ...(label && { name: x.words(label), namePlace: x.place(label) }),
      value: x.expression(each),
      place: x.place(each),
    };
  });
  return [...x.args(list), ...closures];
}

const argument = (node: Node, x: Translation): Argument => {
  const label = child(node, 'name');
  const value = x.expression(child(node, 'value'), node);
  const place = x.place(node);
  return label ? { name: x.words(label), namePlace: x.place(label), value, place } : { value, place };
};

/** `a.b`, `a?.b`; an enum's `rawValue` is the case's own value. */
const navigation: ToExpression = (node, x) => {
  const of = named(node).find((each) => each.type !== 'navigation_suffix');
  const suffix = child(node, 'suffix');
  const label = suffix && child(suffix, 'suffix');
  const owner = x.expression(of, node);
  if (!label) return x.opaque(node, 'half-written');
  const words = x.words(label);
  if (words === 'rawValue' || (words === 'self' && owner.form === 'reference')) return owner;
  return { form: 'member', of: owner, name: wordsOf(label, x), place: x.place(node) };
};

/** `.awsKms`, `.init(…)`: of the type that is expected here. */
const prefix: ToExpression = (node, x) => {
  const target = child(node, 'target') ?? named(node).at(-1);
  const sign = child(node, 'operation');
  if (sign && x.words(sign) === '.' && target) return memberOfDot(target, x, x.place(node));
  return unary()(node, x);
};

const dictionary: ToExpression = (node, x) => {
  const keys = childrenOf(node, 'key');
  const values = childrenOf(node, 'value');
  const entries = keys.map((key, at) => {
    const value = values[at];
    return { name: x.expression(key), value: x.expression(value, node), place: x.place(key, value ?? key) };
  });
  return { form: 'record', entries, place: x.place(node) };
};

const elements =
  (field: string): ToExpression =>
  (node, x) => ({
    form: 'list',
    items: childrenOf(node, field).map((each) => x.expression(each)),
    place: x.place(node),
  });

const asValue: ToExpression = (node, x) => valueOfBody(x.statement(node), x.place(node));

const coalescing: ToExpression = (node, x) => {
  const first = x.expression(child(node, 'value'), node);
  return {
    form: 'choice',
    condition: first,
    then: first,
    otherwise: x.expression(child(node, 'if_nil'), node),
    place: x.place(node),
  };
};

const operators = binary('lhs', 'op', 'rhs');

/** A postfix `!` says that there is a value. */
const postfix: ToExpression = (node, x) => x.expression(child(node, 'target') ?? named(node)[0], node);

function arrange(body: Statement[]): Statement[] {
  return ownMembers(gathered(body));
}

export const swift: Adapter = {
  language: 'swift',
  grammar: 'swift',
  statements,
  arrange,
  arguments: { value_argument: argument },
  expressions: {
    simple_identifier: (node, x) => name(node, x),
    identifier: (node, x) => name(node, x),
    type_identifier: (node, x) => name(node, x),
    user_type: (node, x) => name(node, x),
    self_expression: (node, x) => name(node, x, 'this'),
    super_expression: (node, x) => name(node, x, 'super'),
    navigation_expression: navigation,
    prefix_expression: prefix,
    postfix_expression: postfix,
    call_expression: call,
    constructor_expression: call,
    line_string_literal: text,
    multi_line_string_literal: text,
    raw_string_literal: text,
    integer_literal: number,
    hex_literal: number,
    real_literal: number,
    boolean_literal: (node, x) => literal(x.words(node) === 'true', x.place(node)),
    nil: constant(null),
    dictionary_literal: dictionary,
    array_literal: elements('element'),
    tuple_expression: (node, x) => {
      const values = childrenOf(node, 'value');
      return values.length === 1 ? x.expression(values[0]) : elements('value')(node, x);
    },
    ternary_expression: conditional('condition', 'if_true', 'if_false'),
    nil_coalescing_expression: coalescing,
    conjunction_expression: operators,
    disjunction_expression: operators,
    equality_expression: operators,
    comparison_expression: operators,
    additive_expression: operators,
    multiplicative_expression: operators,
    try_expression: through('expr'),
    await_expression: through('expr'),
    as_expression: through('expr'),
    directly_assignable_expression: through(),
    lambda_literal: lambda,
    if_statement: asValue,
    switch_statement: asValue,
    range_expression: opaque('a range'),
    availability_condition: opaque('the version of the system'),
  },
};
