import type {
  Argument,
  Entry,
  Expression,
  RecordExpression,
  Spread,
  Statement,
} from '../../evaluate/form.ts';
import { type Adapter, child, childrenOf, named, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { takeApart } from './patterns.ts';
import { assign, bindTarget, patterns, statements } from './python-statements.ts';
import { parameters } from './python-types.ts';
import {
  binary,
  call,
  constant,
  index,
  keyword,
  list,
  literal,
  name,
  number,
  opaque,
  operation,
  spread,
  through,
  unary,
  wordsOf,
} from './shapes.ts';
import { textOf, unescaped } from './text.ts';

/** Bytes that a text constant cannot spell are kept, one character each. */
function string(node: Node, x: Translation): Expression {
  const start = node.children[0];
  const prefix = start ? x.words(start).toLowerCase() : '';
  const isRaw = prefix.includes('r');
  return textOf(node, x, ['string_content', 'escape_interpolation'], ['interpolation'], (words) => {
    const plain = isRaw ? words : unescaped(words);
    return prefix.includes('f') ? plain.replaceAll('{{', '{').replaceAll('}}', '}') : plain;
  });
}

function concatenated(node: Node, x: Translation): Expression {
  return joined(
    named(node).map((each) => x.expression(each)),
    node,
    x,
  );
}

function joined(parts: Expression[], node: Node, x: Translation): Expression {
  const texts = parts.flatMap((part) => (part.form === 'literal' ? [String(part.value)] : []));
  if (texts.length === parts.length) return literal(texts.join(''), x.place(node));
  return { form: 'template', parts, place: x.place(node) };
}

/** `x.value` of an enum's member is the member itself. */
function attribute(node: Node, x: Translation): Expression {
  const of = child(node, 'object');
  const last = child(node, 'attribute');
  const owner = x.expression(of, node);
  if (of && last && x.words(last) === 'value' && /(^|\.)[A-Z][A-Z0-9_]*$/.test(x.words(of))) return owner;
  const property = last ? wordsOf(last, x) : x.opaque(node, 'half-written');
  return { form: 'member', of: owner, name: property, place: x.place(node) };
}

function dictionary(node: Node, x: Translation): RecordExpression {
  const entries = named(node).flatMap((each): (Entry | Spread)[] => {
    if (each.type === 'dictionary_splat')
      return [{ spread: x.expression(named(each)[0], each), place: x.place(each) }];
    if (each.type !== 'pair') return [];
    const key = x.expression(child(each, 'key'), each);
    return [{ name: key, value: x.expression(child(each, 'value'), each), place: x.place(each) }];
  });
  if (x.broken(node))
    entries.push({
      spread: { form: 'opaque', reason: 'a syntax error', place: x.place(node) },
      place: x.place(node),
    });
  return { form: 'record', entries, place: x.place(node) };
}

/** `dict(a=1, **b)` is a dictionary too. */
function callOrDict(node: Node, x: Translation): Expression {
  const callee = child(node, 'function');
  const plain = call('function', 'arguments')(node, x);
  if (plain.form !== 'call' || !callee || x.words(callee) !== 'dict') return plain;
  return { form: 'record', entries: plain.args.map(asEntry), place: plain.place };
}

function asEntry(argument: Argument): Entry | Spread {
  const { name: label, namePlace, value, place } = argument;
  if (label === undefined) return { spread: value, place };
  return { name: literal(label, namePlace ?? place), value, place };
}

/** `a | b` of dictionaries lays one over the other. */
function binaryOrUnion(node: Node, x: Translation): Expression {
  const plain = binary()(node, x);
  if (plain.form !== 'operation' || plain.operator !== '|') return plain;
  const entries = plain.operands.map((each) => ({ spread: each, place: each.place }));
  return { form: 'record', entries, place: plain.place };
}

function comparison(node: Node, x: Translation): Expression {
  const [a, b] = named(node);
  const sign = childrenOf(node, 'operators')[0];
  return operation(sign ? x.words(sign) : '', x.expression(a, node), x.expression(b, node), x.place(node));
}

function ternary(node: Node, x: Translation): Expression {
  const [yes, condition, no] = named(node).map((each) => x.expression(each));
  const open = x.opaque(node, 'half-written');
  return {
    form: 'choice',
    condition: condition ?? open,
    then: yes ?? open,
    otherwise: no ?? open,
    place: x.place(node),
  };
}

function walrus(node: Node, x: Translation): Expression {
  const target = child(node, 'name');
  const value = child(node, 'value');
  if (!target || !value) return x.opaque(node, 'half-written');
  x.before(bindTarget(target, x.expression(value), x.place(node), x));
  return name(target, x);
}

/** `a = b = c`: the inner one runs first. */
function inner(node: Node, x: Translation): Expression {
  for (const each of assign(node, x)) x.before(each);
  const target = child(node, 'left');
  return x.expression(target, node);
}

function lambda(node: Node, x: Translation): Expression {
  const place = x.place(node);
  const value = x.expression(child(node, 'body'), node);
  const params = parameters(child(node, 'parameters'), x);
  return { form: 'lambda', function: { params, body: [{ form: 'return', value, place }], place }, place };
}

/** Its value is not followed, but what it does for each element is. */
function comprehension(node: Node, x: Translation): Expression {
  const place = x.place(node);
  const clauses = node.children.filter((each) => each.type === 'for_in_clause');
  const over = clauses.map((each) => x.expression(child(each, 'right'), each));
  const open: Expression = { form: 'opaque', reason: 'an element of a comprehension', place };
  const binds = clauses.flatMap((each): Statement[] => {
    const target = child(each, 'left');
    return target ? takeApart(target, open, each, patterns, x) : [];
  });
  const body = child(node, 'body');
  const value = body ? x.statement(body) : [];
  const run: Expression = {
    form: 'call',
    callee: { form: 'lambda', function: { params: [], body: [...binds, ...value], place }, place },
    args: [],
    place,
  };
  return { form: 'opaque', reason: 'a comprehension is not followed', place, parts: [...over, run] };
}

export const python: Adapter = {
  language: 'python',
  grammar: 'python',
  statements,
  arguments: {
    keyword_argument: keyword('name', 'value'),
    list_splat: spread('list'),
    dictionary_splat: spread('record'),
    parenthesized_list_splat: spread('list'),
  },
  expressions: {
    identifier: (node, x) => name(node, x, receiverOr(x.words(node))),
    dotted_name: (node, x) => dotted(node, x),
    attribute,
    subscript: index('value', 'subscript'),
    slice: opaque('a slice is not followed'),
    call: callOrDict,
    string,
    concatenated_string: concatenated,
    integer: number,
    float: number,
    true: constant(true),
    false: constant(false),
    none: constant(null),
    ellipsis: opaque('left out'),
    dictionary,
    list,
    tuple: list,
    set: list,
    expression_list: list,
    pattern_list: list,
    list_comprehension: comprehension,
    set_comprehension: comprehension,
    dictionary_comprehension: comprehension,
    generator_expression: comprehension,
    pair: (node, x) => x.opaque(node, 'an entry'),
    conditional_expression: ternary,
    boolean_operator: binary(),
    binary_operator: binaryOrUnion,
    comparison_operator: comparison,
    not_operator: unary('argument'),
    unary_operator: unary('argument'),
    parenthesized_expression: through(),
    named_expression: walrus,
    assignment: inner,
    augmented_assignment: inner,
    await: through(),
    yield: opaque('what comes back from `yield` cannot be known'),
    as_pattern: through(),
    type: through(),
    lambda,
  },
};

function receiverOr(words: string): string {
  return words === 'self' || words === 'cls' ? 'this' : words;
}

function dotted(node: Node, x: Translation): Expression {
  const [first, ...rest] = named(node);
  return rest.reduce<Expression>(
    (of, each) => ({ form: 'member', of, name: wordsOf(each, x), place: x.place(node, each) }),
    first ? name(first, x) : x.opaque(node, 'half-written'),
  );
}
