import type {
  Argument,
  Entry,
  Expression,
  RecordExpression,
  Spread,
  Statement,
} from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { type Adapter, child, named, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { valueOfBody } from './last.ts';
import { lambdaOf } from './ruby-functions.ts';
import { ownNames } from './ruby-members.ts';
import { assign, statements } from './ruby-statements.ts';
import {
  binary,
  conditional,
  constant,
  index,
  list,
  literal,
  member,
  name,
  number,
  opaque,
  spread,
  through,
  unary,
  wordsOf,
} from './shapes.ts';
import { textOf, unescaped } from './text.ts';

function string(node: Node, x: Translation): Expression {
  const single = x.words(node).startsWith("'") || x.words(node).startsWith('%q(');
  const piece = single ? (words: string) => words.replace(/\\(['\\])/g, '$1') : unescaped;
  return textOf(node, x, ['string_content', 'escape_sequence'], ['interpolation'], piece);
}

function chained(node: Node, x: Translation): Expression {
  return { form: 'template', parts: named(node).map((each) => x.expression(each)), place: x.place(node) };
}

/** A name that is no variable here is a call without arguments. */
function identifier(node: Node, x: Translation): Expression {
  const plain = name(node, x);
  if (x.names.has(plain.name)) return plain;
  return { form: 'call', callee: plain, args: [], place: plain.place };
}

/** `@x` and `@@x` are members of the receiver. */
function instanceVariable(node: Node, x: Translation): Expression {
  const place = x.place(node);
  const of = { ...name(node, x, 'this'), place: { ...place, end: place.start } };
  return { form: 'member', of, name: wordsOf(node, x, x.words(node).replace(/^@+/, '')), place };
}

const symbol = (node: Node, x: Translation) =>
  literal(
    x
      .words(node)
      .replace(/^:/, '')
      .replace(/^"(.*)"$/, '$1'),
    x.place(node),
  );

function key(node: Node | undefined, around: Node, x: Translation): Expression {
  return node?.type === 'hash_key_symbol' ? symbol(node, x) : x.expression(node, around);
}

/** `{ a: }` takes the value of the variable `a`. */
function pairValue(node: Node, x: Translation): Expression {
  const value = child(node, 'value');
  const label = child(node, 'key');
  return value || !label ? x.expression(value, node) : identifier(label, x);
}

function hash(node: Node, x: Translation): RecordExpression {
  const entries = named(node).flatMap((each): (Entry | Spread)[] => {
    const place = x.place(each);
    if (each.type === 'hash_splat_argument') return [{ spread: x.expression(named(each)[0], each), place }];
    if (each.type !== 'pair') return [];
    return [{ name: key(child(each, 'key'), each, x), value: pairValue(each, x), place }];
  });
  if (x.broken(node))
    entries.push({ spread: x.opaque({ ...node, children: [] }, 'a syntax error'), place: x.place(node) });
  return { form: 'record', entries, place: x.place(node) };
}

/** `a: 1`, `:a => 1`, `'a' => 1`. */
function pairArgument(node: Node, x: Translation): Argument {
  const label = key(child(node, 'key'), node, x);
  const value = pairValue(node, x);
  const place = x.place(node);
  if (label.form === 'literal') return { name: String(label.value), namePlace: label.place, value, place };
  const entries = [{ name: label, value, place }];
  return { value: { form: 'record', entries, place }, spread: 'record', place };
}

const not = (of: Expression, place: Place): Expression => ({
  form: 'operation',
  operator: '!',
  operands: [of],
  place,
});

/** Questions whose answer is whether there is something. */
const questions: Record<string, ((of: Expression, place: Place) => Expression) | undefined> = {
  'nil?': not,
  'blank?': not,
  'empty?': not,
  'present?': (of) => of,
};

function call(node: Node, x: Translation): Expression {
  const receiver = child(node, 'receiver');
  const method = child(node, 'method');
  const block = child(node, 'block');
  const words = method ? x.words(method) : 'call';
  if (!receiver && block && (words === 'lambda' || words === 'proc')) return lambdaOf(block, x);
  if (receiver && questions[words]) return questions[words](x.expression(receiver), x.place(node));
  const args = x.args(child(node, 'arguments'));
  if (block) args.push({ value: lambdaOf(block, x), place: x.place(block) });
  const isMade = words === 'new' && (receiver?.type === 'constant' || receiver?.type === 'scope_resolution');
  if (isMade) return { form: 'call', callee: x.expression(receiver), args, place: x.place(node) };
  const callee: Expression = receiver
    ? {
        form: 'member',
        of: x.expression(receiver),
        name: method ? wordsOf(method, x) : literal('call', x.place(node)),
        place: x.place(receiver, method ?? receiver),
      }
    : name(method ?? node, x, words);
  return { form: 'call', callee, args, place: x.place(node) };
}

/** `list << x` changes the list. */
function binaryOrAppend(node: Node, x: Translation): Expression {
  const plain = binary()(node, x);
  if (plain.form !== 'operation' || plain.operator !== '<<') return plain;
  const [of, value] = plain.operands;
  const { place } = plain;
  const callee: Expression = { form: 'member', of: of!, name: literal('<<', place), place };
  return { form: 'call', callee, args: [{ value: value!, place: value!.place }], place };
}

/** `if`, `case`, `begin` where a value is expected. */
function asValue(node: Node, x: Translation): Expression {
  return valueOfBody(x.statement(node), x.place(node));
}

function assignedValue(node: Node, x: Translation): Expression {
  for (const each of assign(node, x)) x.before(each);
  return x.expression(child(node, 'left'), node);
}

const words =
  (type: string) =>
  (node: Node, x: Translation): Expression => ({
    form: 'list',
    items: named(node)
      .filter((each) => each.type === type)
      .map((each) => literal(x.words(each), x.place(each))),
    place: x.place(node),
  });

function scoped(node: Node, x: Translation): Expression {
  return child(node, 'scope') ? member('scope', 'name')(node, x) : x.expression(child(node, 'name'), node);
}

/** Gems bring their constants in without a word in the file that uses them. */
function arrange(body: Statement[], x: Translation): Statement[] {
  if (!/\bAws\b|aws-sdk/.test(x.text)) return ownNames(body);
  const place = { file: x.file, start: 0, end: 0 };
  return [{ form: 'import', name: 'Aws', symbol: 'Aws', place }, ...ownNames(body)];
}

export const ruby: Adapter = {
  language: 'ruby',
  grammar: 'ruby',
  statements,
  arrange,
  arguments: {
    pair: pairArgument,
    splat_argument: spread('list'),
    hash_splat_argument: spread('record'),
    block_argument: () => [],
  },
  expressions: {
    identifier,
    constant: (node, x) => name(node, x),
    self: (node, x) => name(node, x, 'this'),
    instance_variable: instanceVariable,
    class_variable: instanceVariable,
    global_variable: (node, x) => name(node, x),
    scope_resolution: scoped,
    element_reference: index('object'),
    call,
    string,
    chained_string: chained,
    heredoc_beginning: opaque('a here-document is not followed'),
    simple_symbol: symbol,
    delimited_symbol: string,
    hash_key_symbol: symbol,
    string_array: words('bare_string'),
    symbol_array: words('bare_symbol'),
    integer: number,
    float: number,
    true: constant(true),
    false: constant(false),
    nil: constant(null),
    hash,
    array: list,
    argument_list: list,
    right_assignment_list: list,
    conditional: conditional('condition', 'consequence', 'alternative'),
    binary: binaryOrAppend,
    unary: unary('operand'),
    parenthesized_statements: asValue,
    rescue_modifier: through('body'),
    if: asValue,
    unless: asValue,
    case: asValue,
    case_match: asValue,
    begin: asValue,
    if_modifier: asValue,
    unless_modifier: asValue,
    assignment: assignedValue,
    operator_assignment: assignedValue,
    lambda: lambdaOf,
    yield: opaque('what a block gives cannot be known'),
    super: (node, x) => name(node, x, 'super'),
    regex: opaque('a pattern'),
    range: opaque('a range'),
    begin_block: asValue,
    hash_splat_argument: through(),
    splat_argument: through(),
  },
};
