import type { Entry, Expression, Spread, Statement } from '../../evaluate/form.ts';
import {
  type Adapter,
  child,
  childrenOf,
  named,
  ofType,
  type ToExpression,
  type Translation,
} from './adapter.ts';
import { switchValue } from './braces.ts';
import type { Node } from './grammar.ts';
import { functionOf } from './php-classes.ts';
import { assign, statements } from './php-statements.ts';
import {
  binary,
  call,
  constant,
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

const interpolated = ['variable_name', 'member_access_expression', 'subscript_expression'];

function text(node: Node, x: Translation): Expression {
  const single = x.words(node).startsWith("'");
  const piece = single ? (words: string) => words.replace(/\\(['\\])/g, '$1') : unescaped;
  return textOf(node, x, ['string_content', 'escape_sequence', 'nowdoc_string'], interpolated, piece);
}

function hereDocument(node: Node, x: Translation): Expression {
  const body = child(node, 'value');
  return body ? text(body, x) : literal('', x.place(node));
}

/** `$x`; the receiver is `this` in every language. */
function variable(node: Node, x: Translation): Expression {
  const words = x.words(node);
  return name(node, x, words === '$this' ? 'this' : words);
}

/** `Aws\S3\S3Client`. */
function qualified(node: Node, x: Translation): Expression {
  const names = x.words(node).split('\\').filter(Boolean);
  const [first = '', ...rest] = names;
  return rest.reduce<Expression>(
    (of, each) => ({ form: 'member', of, name: wordsOf(node, x, each), place: x.place(node) }),
    name(node, x, first),
  );
}

/** `a`, `'k' => a`, `...$a`: a list where nothing has a key. */
const array: ToExpression = (node, x) => {
  const elements = named(node).filter((each) => each.type === 'array_element_initializer');
  const isKeyed = (each: Node) => named(each).length > 1 || named(each)[0]?.type === 'variadic_unpacking';
  const isBroken = x.broken(node);
  if (elements.length > 0 && !isBroken && !elements.some(isKeyed)) {
    return {
      form: 'list',
      items: elements.map((each) => x.expression(named(each)[0], each)),
      place: x.place(node),
    };
  }
  const entries = elements.map((each, at): Entry | Spread => {
    const [first, second] = named(each);
    const place = x.place(each);
    if (first?.type === 'variadic_unpacking') return { spread: x.expression(named(first)[0], each), place };
    const value = x.expression(second ?? first, each);
    return { name: second && first ? x.expression(first) : literal(at, place), value, place };
  });
  const place = x.place(node);
  if (isBroken) entries.push({ spread: { form: 'opaque', reason: 'a syntax error', place }, place });
  return { form: 'record', entries, place };
};

const layered = (parts: Expression[], node: Node, x: Translation): Expression => ({
  form: 'record',
  entries: parts.map((each) => ({ spread: each, place: each.place })),
  place: x.place(node),
});

/** Of `$a + $b`, what stands in both is `$a`'s. */
const binaryOrUnion: ToExpression = (node, x) => {
  const plain = binary()(node, x);
  if (plain.form !== 'operation' || plain.operator !== '+') return plain;
  if (!plain.operands.some((each) => each.form === 'record')) return plain;
  return layered(plain.operands.toReversed(), node, x);
};

/** Functions of the language whose value is told by their arguments. */
const functions: Record<
  string,
  ((args: Expression[], node: Node, x: Translation) => Expression) | undefined
> = {
  array_merge: layered,
  array_replace: (args, node, x) => layered(args, node, x),
  array_filter: ([first], node, x) => first ?? x.opaque(node, 'half-written'),
  isset: ([first], node, x) => first ?? x.opaque(node, 'half-written'),
  empty: not,
  is_null: not,
  compact: (args, node, x) => ({
    form: 'record',
    entries: args.flatMap((each) =>
      each.form === 'literal'
        ? [
            {
              name: each,
              value: { form: 'reference', name: `$${each.value}`, place: each.place },
              place: each.place,
            },
          ]
        : [],
    ),
    place: x.place(node),
  }),
};

function not([first]: Expression[], node: Node, x: Translation): Expression {
  const operands = first ? [first] : [];
  return { form: 'operation', operator: '!', operands, place: x.place(node) };
}

const functionCall: ToExpression = (node, x) => {
  const callee = child(node, 'function');
  const plain = call('function', 'arguments')(node, x);
  const known = callee ? functions[x.words(callee).replace(/^\\/, '').toLowerCase()] : undefined;
  if (!known || plain.form !== 'call' || plain.args.some((each) => each.spread)) return plain;
  return known(
    plain.args.map((each) => each.value),
    node,
    x,
  );
};

const methodCall =
  (of: string): ToExpression =>
  (node, x) => {
    const label = child(node, 'name');
    const owner = child(node, of);
    const property = label?.type === 'name' ? wordsOf(label, x) : x.expression(label, node);
    const callee: Expression = {
      form: 'member',
      of: x.expression(owner, node),
      name: property,
      place: x.place(owner ?? node, label ?? node),
    };
    return { form: 'call', callee, args: x.args(child(node, 'arguments')), place: x.place(node) };
  };

/** `Sse::Kms->value` is the case's own value. */
const memberAccess: ToExpression = (node, x) => {
  const of = child(node, 'object');
  const label = child(node, 'name');
  if (of?.type === 'class_constant_access_expression' && label && x.words(label) === 'value')
    return x.expression(of);
  if (label?.type === 'name') return member('object', 'name')(node, x);
  return {
    form: 'member',
    of: x.expression(of, node),
    name: x.expression(label, node),
    place: x.place(node),
  };
};

const staticMember: ToExpression = (node, x) => {
  const [of, label] = named(node);
  const property = label
    ? wordsOf(label, x, x.words(label).replace(/^\$/, ''))
    : x.opaque(node, 'half-written');
  return { form: 'member', of: x.expression(of, node), name: property, place: x.place(node) };
};

const creation: ToExpression = (node, x) => {
  const type = node.children.find((each) => each.named && each.type !== 'arguments');
  return {
    form: 'call',
    callee: x.expression(type, node),
    args: x.args(ofType(node, 'arguments')),
    place: x.place(node),
  };
};

const index: ToExpression = (node, x) => {
  const [of, key] = named(node);
  return {
    form: 'member',
    of: x.expression(of, node),
    name: key ? x.expression(key) : x.opaque(node, 'a new element'),
    place: x.place(node),
  };
};

const ternary: ToExpression = (node, x) => {
  const condition = x.expression(child(node, 'condition'), node);
  const yes = child(node, 'body');
  return {
    form: 'choice',
    condition,
    then: yes ? x.expression(yes) : condition,
    otherwise: x.expression(child(node, 'alternative'), node),
    place: x.place(node),
  };
};

const assigned: ToExpression = (node, x) => {
  for (const each of assign(node, x)) x.before(each);
  const target = child(node, 'left');
  return x.expression(target, node);
};

const match: ToExpression = (node, x) => {
  const subject = x.expression(child(node, 'condition'), node);
  const arms = named(child(node, 'body') ?? node).map((each) => {
    const tests = childrenOf(each, 'conditional_expressions')
      .flatMap(named)
      .map((test) => x.expression(test));
    const value = child(each, 'return_expression');
    return {
      tests,
      body: [] as Statement[],
      ...(value && value.type !== 'throw_expression' && { value: x.expression(value) }),
    };
  });
  const isTrue = subject.form === 'literal' && subject.value === true;
  return switchValue(isTrue ? undefined : subject, arms, x.place(node), x);
};

const closure: ToExpression = (node, x) => {
  const place = x.place(node);
  return { form: 'lambda', function: functionOf(node, x), place };
};

const clone: ToExpression = (node, x) => {
  const of = x.expression(named(node)[0], node);
  const callee: Expression = { form: 'member', of, name: literal('clone', of.place), place: of.place };
  return { form: 'call', callee, args: [], place: x.place(node) };
};

export const php: Adapter = {
  language: 'php',
  grammar: 'php',
  statements,
  arrange,
  arguments: {
    argument: (node, x) => {
      const label = child(node, 'name');
      const value = named(node).findLast((each) => each !== label);
      if (value?.type === 'variadic_unpacking') return spread('list')(value, x);
      const place = x.place(node);
      if (!label) return { value: x.expression(value, node), place };
      return { name: x.words(label), namePlace: x.place(label), value: x.expression(value, node), place };
    },
  },
  expressions: {
    name: (node, x) => name(node, x),
    variable_name: variable,
    relative_scope: (node, x) => name(node, x, x.words(node) === 'parent' ? 'super' : 'this'),
    qualified_name: qualified,
    namespace_name: qualified,
    named_type: through(),
    optional_type: through(),
    member_access_expression: memberAccess,
    nullsafe_member_access_expression: memberAccess,
    class_constant_access_expression: staticMember,
    scoped_property_access_expression: staticMember,
    subscript_expression: index,
    function_call_expression: functionCall,
    member_call_expression: methodCall('object'),
    nullsafe_member_call_expression: methodCall('object'),
    scoped_call_expression: methodCall('scope'),
    object_creation_expression: creation,
    string: text,
    encapsed_string: text,
    heredoc: hereDocument,
    nowdoc: hereDocument,
    integer: number,
    float: number,
    boolean: (node, x) => literal(x.words(node).toLowerCase() === 'true', x.place(node)),
    null: constant(null),
    array_creation_expression: array,
    list_literal: list,
    conditional_expression: ternary,
    binary_expression: binaryOrUnion,
    unary_op_expression: unary('argument'),
    parenthesized_expression: through(),
    cast_expression: through('value'),
    error_suppression_expression: through(),
    clone_expression: clone,
    by_ref: through(),
    assignment_expression: assigned,
    reference_assignment_expression: assigned,
    augmented_assignment_expression: assigned,
    match_expression: match,
    anonymous_function: closure,
    arrow_function: closure,
    throw_expression: opaque('nothing comes back from here'),
    print_intrinsic: through(),
    include_expression: opaque('what another file gives'),
    require_once_expression: opaque('what another file gives'),
    require_expression: opaque('what another file gives'),
    include_once_expression: opaque('what another file gives'),
    yield_expression: opaque('what comes back from `yield` cannot be known'),
  },
};

/** The SDK may be named in full anywhere. */
function arrange(body: Statement[], x: Translation): Statement[] {
  if (!/\bAws\b|aws-sdk/.test(x.text)) return body;
  const place = { file: x.file, start: 0, end: 0 };
  return [{ form: 'import', name: 'Aws', symbol: 'Aws', place }, ...body];
}
