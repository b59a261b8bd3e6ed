import type { Entry, Expression, Spread, Statement } from '../../evaluate/form.ts';
import { type Adapter, child, named, ofType, type ToExpression, type Translation } from './adapter.ts';
import { gathered } from './class-parts.ts';
import type { Node } from './grammar.ts';
import { returningLast, valueOfBody } from './last.ts';
import { path } from './rust-paths.ts';
import { parameters, statements } from './rust-statements.ts';
import {
  binary,
  constant,
  index,
  list,
  literal,
  name,
  number,
  opaque,
  operation,
  through,
  unary,
  wordsOf,
} from './shapes.ts';
import { textOf, unescaped } from './text.ts';

const text: ToExpression = (node, x) => textOf(node, x, ['string_content', 'escape_sequence'], []);
const rawText: ToExpression = (node, x) => textOf(node, x, ['string_content'], [], (words) => words);
const character: ToExpression = (node, x) => literal(unescaped(x.words(node).slice(1, -1)), x.place(node));

/** Methods that give their receiver in another wrapping only. */
const wrapping = new Set(
  'clone cloned copied into unwrap expect to_string to_owned to_vec as_str as_ref as_deref as_mut as_bytes into_bytes into_boxed_str to_str to_string_lossy borrow ok ok_or ok_or_else map_err context with_context try_into iter into_iter await'.split(
    ' ',
  ),
);

const call: ToExpression = (node, x) => {
  const callee = child(node, 'function');
  const method = callee?.type === 'field_expression' ? child(callee, 'field') : undefined;
  const words = method ? x.words(method) : '';
  if (callee && wrapping.has(words)) return x.expression(child(callee, 'value'), callee);
  const args = x.args(child(node, 'arguments'));
  const converts =
    callee &&
    /::from$/.test(x.words(callee)) &&
    !/(Builder|Config|Client|Store|Error)(::<.*>)?::from$/.test(x.words(callee));
  if (converts && args.length === 1) return args[0]!.value;
  if (callee && /^(Some|Ok)$/.test(x.words(callee)) && args[0]) return args[0].value;
  const place = x.place(node);
  const [mapped] = args;
  if (callee && words === 'map' && mapped?.value.form === 'lambda' && isOption(callee, x)) {
    const given = x.expression(child(callee, 'value'), callee);
    return { form: 'call', callee: mapped.value, args: [{ value: given, place: given.place }], place };
  }
  if (callee && /^unwrap_or(_else)?$/.test(words)) {
    const first = x.expression(child(callee, 'value'), callee);
    return operation('??', first, fallback(args[0]?.value, node, x), place);
  }
  return { form: 'call', callee: x.expression(callee, node), args, place };
};

/** `map` of an `Option` or `Result`, not of an iterator. */
function isOption(callee: Node, x: Translation): boolean {
  return !/\.(iter|into_iter|iter_mut|keys|values|split|lines|chars|filter|enumerate|zip)\b/.test(
    x.words(callee),
  );
}

/** The other value of `unwrap_or(v)` and `unwrap_or_else(|| v)`. */
function fallback(value: Expression | undefined, node: Node, x: Translation): Expression {
  if (!value) return x.opaque(node, 'half-written');
  if (value.form !== 'lambda') return value;
  return { form: 'call', callee: value, args: [], place: value.place };
}

const field: ToExpression = (node, x) => {
  const label = child(node, 'field');
  const property = label ? wordsOf(label, x) : x.opaque(node, 'half-written');
  return {
    form: 'member',
    of: x.expression(child(node, 'value'), node),
    name: property,
    place: x.place(node),
  };
};

/** A struct of this file is made as an object of its class. */
const struct: ToExpression = (node, x) => {
  const label = child(node, 'name');
  const entries = named(child(node, 'body') ?? node).flatMap((each) => entry(each, x));
  const place = x.place(node);
  const type = x.expression(label, node);
  const isOwn =
    label && (x.words(label) === 'Self' || new RegExp(`struct ${x.words(label)}\\b`).test(x.text));
  if (!isOwn) return { form: 'record', type, entries, place };
  const args = entries.map((each) =>
    'spread' in each
      ? { value: each.spread, spread: 'record' as const, place: each.place }
      : { name: labelOf(each), namePlace: each.name.place, value: each.value, place: each.place },
  );
  return { form: 'call', callee: type, args, place };
};

function labelOf(of: Entry): string {
  return of.name.form === 'literal' ? String(of.name.value) : '';
}

function entry(node: Node, x: Translation): (Entry | Spread)[] {
  const place = x.place(node);
  if (node.type === 'base_field_initializer') {
    const base = x.expression(named(node)[0], node);
    return isDefault(base) ? [] : [{ spread: base, place }];
  }
  if (node.type === 'shorthand_field_initializer') {
    const label = named(node)[0] ?? node;
    return [{ name: wordsOf(label, x), value: name(label, x), place }];
  }
  const label = child(node, 'field');
  if (!label) return [];
  return [{ name: wordsOf(label, x), value: x.expression(child(node, 'value'), node), place }];
}

/** `..Default::default()` sets nothing. */
function isDefault(base: Expression): boolean {
  return (
    base.form === 'call' &&
    base.callee.form === 'member' &&
    base.callee.name.form === 'literal' &&
    base.callee.name.value === 'default'
  );
}

const closure: ToExpression = (node, x) => {
  const place = x.place(node);
  const body = child(node, 'body') ?? node;
  const params = parameters(child(node, 'parameters'), x);
  return { form: 'lambda', function: { params, body: returningLast(bodyOf(body, x), place), place }, place };
};

const asyncBlock: ToExpression = (node, x) => {
  const place = x.place(node);
  const body = returningLast(x.statements(ofType(node, 'block')), place);
  return { form: 'lambda', function: { params: [], body, place }, place };
};

function bodyOf(body: Node, x: Translation): Statement[] {
  if (body.type === 'async_block' || body.type === 'unsafe_block') return x.statements(ofType(body, 'block'));
  return body.type === 'block' ? x.statements(body) : x.statement(body);
}

const asValue: ToExpression = (node, x) => valueOfBody(x.statement(node), x.place(node));

const assigned: ToExpression = (node, x) => {
  for (const each of x.statement(node)) x.before(each);
  return x.expression(child(node, 'left'), node);
};

/** `format!("http://{}:{port}", host)`; of other macros nothing is known. */
const macro: ToExpression = (node, x) => {
  const label = child(node, 'macro');
  const tokens = ofType(node, 'token_tree');
  const pattern = tokens && named(tokens)[0];
  if (!label || !tokens || !/^(std::)?format$/.test(x.words(label)) || pattern?.type !== 'string_literal') {
    return x.opaque(
      { ...node, children: [] },
      `what \`${label ? x.words(label) : ''}!\` gives cannot be known`,
    );
  }
  const whole = x.expression(pattern);
  if (whole.form !== 'literal') return x.opaque(node, 'a text');
  const given = argumentsOf(tokens, pattern, x);
  const place = x.place(node);
  const pieces = String(whole.value).split(/(\{[^{}]*\})/);
  const parts = pieces.filter(Boolean).map((piece): Expression => {
    if (!/^\{[^{}]*\}$/.test(piece)) return literal(piece, pattern && x.place(pattern));
    const inner = piece.slice(1, -1).split(':')[0]!.trim();
    if (inner === '') return given.shift() ?? x.opaque(node, 'a part of a text');
    return { form: 'reference', name: inner, place };
  });
  return { form: 'template', parts, place };
};

/** Arguments of a macro are words only: those of one name can be followed. */
function argumentsOf(tokens: Node, pattern: Node, x: Translation): Expression[] {
  const groups: Node[][] = [];
  for (const each of tokens.children) {
    if (each.start <= pattern.start || x.words(each) === ')') continue;
    if (x.words(each) === ',') groups.push([]);
    else groups.at(-1)?.push(each);
  }
  return groups.map(([only, ...more]) =>
    only && more.length === 0 && (only.type === 'identifier' || only.type === 'string_literal')
      ? x.expression(only)
      : x.opaque({ ...tokens, children: [] }, 'a part of a text'),
  );
}

/** Crates may be named in full anywhere; `Self` is the type at hand. */
function arrange(body: Statement[], x: Translation): Statement[] {
  const crates = new Set(
    x.text.match(/\b(aws_sdk_\w+|aws_config|aws_smithy_\w+|rusoto_\w+|object_store|opendal)(?=::)/g),
  );
  const place = { file: x.file, start: 0, end: 0 };
  const named = [...crates].map(
    (crate): Statement => ({ form: 'import', name: crate, symbol: crate, place }),
  );
  const all = gathered(body);
  for (const each of all) if (each.form === 'class') renameSelf(each, each.name);
  return [...named, ...all];
}

function renameSelf(node: unknown, as: string): void {
  if (Array.isArray(node)) {
    for (const each of node) renameSelf(each, as);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const form = node as Expression;
  if (form.form === 'reference' && form.name === 'Self') form.name = as;
  for (const [key, part] of Object.entries(node)) if (key !== 'place') renameSelf(part, as);
}

export const rust: Adapter = {
  language: 'rust',
  grammar: 'rust',
  statements,
  arrange,
  arguments: {},
  expressions: {
    identifier: (node, x) => (x.words(node) === 'None' ? literal(null, x.place(node)) : name(node, x)),
    type_identifier: (node, x) => name(node, x),
    field_identifier: (node, x) => name(node, x),
    self: (node, x) => name(node, x, 'this'),
    crate: (node, x) => name(node, x),
    super: (node, x) => name(node, x),
    scoped_identifier: path,
    scoped_type_identifier: path,
    generic_type: path,
    generic_function: through('function'),
    field_expression: field,
    index_expression: index(),
    call_expression: call,
    struct_expression: struct,
    string_literal: text,
    raw_string_literal: rawText,
    char_literal: character,
    integer_literal: number,
    float_literal: number,
    boolean_literal: (node, x) => literal(x.words(node) === 'true', x.place(node)),
    unit_expression: constant(null),
    array_expression: (node, x) =>
      child(node, 'length') ? x.opaque(node, 'an array of one value') : list(node, x),
    tuple_expression: list,
    reference_expression: through('value'),
    parenthesized_expression: through(),
    try_expression: through(),
    await_expression: through(),
    type_cast_expression: through('value'),
    unary_expression: (node, x) => (x.words(node).startsWith('*') ? through() : unary())(node, x),
    binary_expression: binary(),
    if_expression: asValue,
    match_expression: asValue,
    block: asValue,
    unsafe_block: asValue,
    async_block: asyncBlock,
    closure_expression: closure,
    macro_invocation: macro,
    assignment_expression: assigned,
    compound_assignment_expr: assigned,
    range_expression: opaque('a range'),
    return_expression: opaque('nothing comes back from here'),
    break_expression: opaque('nothing comes back from here'),
    continue_expression: opaque('nothing comes back from here'),
  },
};
