import type { Argument, Assign, Expression } from '../../evaluate/form.ts';
import {
  type Adapter,
  allOfType,
  child,
  named,
  ofType,
  type ToExpression,
  type ToStatements,
  type Translation,
} from './adapter.ts';
import { assignedValue, block, jump, leaves } from './braces.ts';
import type { Node } from './grammar.ts';
import { ifStatement, ifValue, tryStatement, tryValue, whenStatement, whenValue } from './kotlin-branches.ts';
import { classDeclaration, destructured, functionForm, property } from './kotlin-classes.ts';
import { text } from './kotlin-text.ts';
import { call, callStatement, lambdaOf } from './kotlin-values.ts';
import { ownMembers } from './own-members.ts';
import { binary, index, literal, name, number, through, unary, wordsOf } from './shapes.ts';
import { inline, leave, nothing } from './steps.ts';

/** Functions of Kotlin's own that an implicit receiver does not take. */
const known = new Set(
  (
    'apply also let run with use lazy require requireNotNull check checkNotNull error println print TODO mapOf mutableMapOf ' +
    'listOf mutableListOf listOfNotNull setOf mutableSetOf arrayOf byteArrayOf emptyMap emptyList hashMapOf linkedMapOf ' +
    'buildMap buildList buildString runBlocking runCatching launch async withContext coroutineScope withTimeout repeat minOf maxOf to getenv'
  ).split(' '),
);

const constants: Record<string, boolean | null> = { true: true, false: false, null: null };

const identifier: ToExpression = (node, x) => {
  const words = x.words(node);
  return Object.hasOwn(constants, words)
    ? literal(constants[words]!, x.place(node))
    : name(node, x, words.replaceAll('`', ''));
};

const navigation: ToExpression = (node, x) => {
  const [of, last] = named(node);
  if (!of || !last) return x.expression(of, node);
  if (x.words(last) === 'class') return x.expression(of);
  return { form: 'member', of: x.expression(of), name: wordsOf(last, x), place: x.place(node) };
};

/** The grammar takes `f<T>(a)` for two comparisons. */
const comparison: ToExpression = (node, x) => {
  const left = child(node, 'left');
  const right = child(node, 'right');
  const callee = left?.type === 'binary_expression' ? child(left, 'left') : undefined;
  const sign = (of: Node) => x.words(child(of, 'operator') ?? of);
  if (callee && right?.type === 'parenthesized_expression' && sign(node) === '>' && sign(left!) === '<') {
    const args = named(right).map((each): Argument => ({ value: x.expression(each), place: x.place(each) }));
    return { form: 'call', callee: x.expression(callee), args, place: x.place(node) };
  }
  if (sign(node) === '?:' && leaves(right)) return x.expression(left, node);
  return binary()(node, x);
};

/** `a to b` is a pair. */
const infix: ToExpression = (node, x) => {
  const [left, operator, right] = named(node);
  const of = x.expression(left, node);
  const given = x.expression(right, node);
  const place = x.place(node);
  if (!operator || x.words(operator) === 'to') return { form: 'list', items: [of, given], place };
  const callee: Expression = { form: 'member', of, name: wordsOf(operator, x), place: x.place(operator) };
  return { form: 'call', callee, args: [{ value: given, place: given.place }], place };
};

function assign(node: Node, x: Translation): Assign {
  const operator = child(node, 'operator');
  return {
    form: 'assign',
    target: x.expression(child(node, 'left'), node),
    operator: operator ? x.words(operator) : '=',
    value: x.expression(child(node, 'right'), node),
    place: x.place(node),
  };
}

function argument(node: Node, x: Translation): Argument {
  const parts = named(node);
  const given = parts.at(-1);
  const place = x.place(node);
  if (given?.type === 'spread_expression')
    return { value: x.expression(named(given)[0], given), spread: 'list', place };
  const label = parts.length > 1 ? parts[0] : undefined;
  const value = x.expression(given, node);
  return { ...(label && { name: x.words(label), namePlace: x.place(label) }), value, place };
}

const returnStatement: ToStatements = (node, x) => {
  const value = named(node).find((each) => each.field !== 'label');
  return { form: 'return', ...(value && { value: x.expression(value) }), place: x.place(node) };
};

const forLoop: ToStatements = (node, x) => {
  const [variable, over] = named(node);
  const body = ofType(node, 'block');
  const several = variable?.type === 'multi_variable_declaration' ? variable : undefined;
  const bound = several ? destructured(several, undefined, x) : [];
  return {
    form: 'loop',
    ...(variable && !several && { bind: x.words(ofType(variable, 'identifier') ?? variable) }),
    over: x.expression(over, node),
    body: [...bound, ...x.statements(body)],
    place: x.place(node),
  };
};

const whileLoop: ToStatements = (node, x) => ({
  form: 'loop',
  body: x.statements(ofType(node, 'block')),
  place: x.place(node),
});

const importDirective: ToStatements = (node, x) => {
  const path = ofType(node, 'qualified_identifier', 'identifier');
  if (!path) return [];
  const symbol = x.words(path);
  const alias = named(node).find((each) => each !== path && each.type === 'identifier');
  const all = node.children.some((each) => each.type === '*');
  const last = symbol.slice(symbol.lastIndexOf('.') + 1);
  return { form: 'import', name: all ? '*' : alias ? x.words(alias) : last, symbol, place: x.place(node) };
};

/** `object : T() { … }`: its methods are handed to what makes it. */
const objectLiteral: ToExpression = (node, x) => {
  const base = ofType(node, 'delegation_specifiers');
  const made = base && allOfType(base, 'delegation_specifier')[0];
  const type = made && (ofType(ofType(made, 'constructor_invocation') ?? made, 'user_type') ?? made);
  const body = ofType(node, 'class_body');
  const args = allOfType(body ?? node, 'function_declaration').map((each): Argument => {
    const form = functionForm(each, x);
    return {
      name: form.name,
      value: { form: 'lambda', function: form, place: form.place },
      place: form.place,
    };
  });
  if (!type) return x.opaque(node, 'an object');
  return { form: 'call', callee: x.expression(type), args, place: x.place(node) };
};

/** `a.b.C<T>` as members of members. */
const userType: ToExpression = (node, x) => {
  const names = allOfType(node, 'identifier');
  const [first, ...others] = names;
  if (!first) return x.opaque(node, 'half-written');
  return others.reduce<Expression>(
    (of, each) => ({ form: 'member', of, name: wordsOf(each, x), place: x.place(first, each) }),
    name(first, x),
  );
};

const anonymousFunction: ToExpression = (node, x) => {
  const form = functionForm(node, x);
  return { form: 'lambda', function: form, place: form.place };
};

/** `break` and `continue` are names to the grammar. */
const bareName: ToStatements = (node, x) =>
  /^(break|continue)\b/.test(x.words(node))
    ? jump(node, x)
    : { form: 'run', expression: identifier(node, x), place: x.place(node) };

export const kotlin: Adapter = {
  language: 'kotlin',
  grammar: 'kotlin',
  arrange: (body) => ownMembers(body, { receivers: known }),
  expressions: {
    identifier,
    user_type: userType,
    nullable_type: through(),
    this_expression: (node, x) => name(node, x, x.words(node).includes('@') ? 'this@' : 'this'),
    super_expression: (node, x) => name(node, x, 'this'),
    navigation_expression: navigation,
    index_expression: index(),
    call_expression: call,
    lambda_literal: (node, x) => lambdaOf(node, x),
    annotated_lambda: through(),
    anonymous_function: anonymousFunction,
    object_literal: objectLiteral,
    callable_reference: (node, x) => x.expression(named(node).at(-1), node),
    parenthesized_expression: through(),
    as_expression: through('left'),
    binary_expression: comparison,
    infix_expression: infix,
    unary_expression: (node, x) =>
      x.words(child(node, 'operator') ?? node) === '!!'
        ? through('argument')(node, x)
        : unary('argument')(node, x),
    if_expression: ifValue,
    when_expression: whenValue,
    try_expression: tryValue,
    assignment: (node, x) => assignedValue(assign(node, x), x),
    string_literal: text,
    multiline_string_literal: text,
    character_literal: (node, x) => literal(x.words(node).slice(1, -1), x.place(node)),
    number_literal: number,
    float_literal: number,
    collection_literal: (node, x) => ({
      form: 'list',
      items: named(node).map((each) => x.expression(each)),
      place: x.place(node),
    }),
    return_expression: (node, x) => x.opaque(node, 'it returns'),
    throw_expression: (node, x) => x.opaque(node, 'an exception'),
  },
  statements: {
    source_file: inline(),
    package_header: nothing,
    import: importDirective,
    property_declaration: property,
    function_declaration: (node, x) =>
      ofType(node, 'function_body')
        ? { form: 'function', function: functionForm(node, x), exported: true, place: x.place(node) }
        : [],
    class_declaration: classDeclaration,
    object_declaration: classDeclaration,
    type_alias: nothing,
    annotated_expression: (node, x) => x.statement(named(node).at(-1)),
    file_annotation: nothing,
    identifier: bareName,
    call_expression: callStatement,
    block,
    assignment: assign,
    if_expression: ifStatement,
    when_expression: whenStatement,
    try_expression: tryStatement,
    for_statement: forLoop,
    while_statement: whileLoop,
    do_while_statement: whileLoop,
    return_expression: returnStatement,
    throw_expression: leave,
    labeled_expression: (node, x) => x.statement(named(node).at(-1)),
  },
  arguments: { value_argument: argument },
};
