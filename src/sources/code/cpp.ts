import type { Assign, Expression, Statement } from '../../evaluate/form.ts';
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
import { assignedValue, block, bodyOf, jump, lambda, loopOf, tryCatch } from './braces.ts';
import { gathered } from './class-parts.ts';
import { classSpecifier, functionDefinition, parameters } from './cpp-classes.ts';
import { alias, braced, declaration, declared, define, include, using } from './cpp-declarations.ts';
import { isCast, madeBy, pathTo, typeOf } from './cpp-types.ts';
import type { Node } from './grammar.ts';
import { ownMembers } from './own-members.ts';
import {
  binary,
  conditional,
  constant,
  literal,
  member,
  name,
  number,
  reference,
  through,
  unary,
} from './shapes.ts';
import { inline, leave, nothing, returns, runs } from './steps.ts';
import { textOf } from './text.ts';

const call: ToExpression = (node, x) => {
  const callee = child(node, 'function');
  const list = child(node, 'arguments');
  const place = x.place(node);
  if (callee && isCast(callee, x)) return x.expression(list && named(list)[0], node);
  const made = callee && madeBy(callee, x);
  if (made) return { form: 'call', callee: made.type, args: x.args(list).slice(made.tagged ? 1 : 0), place };
  return { form: 'call', callee: x.expression(callee, node), args: x.args(list), place };
};

const creation: ToExpression = (node, x) => {
  const type = child(node, 'type');
  const callee = typeOf(type, x) ?? (type ? name(type, x) : x.opaque(node, 'half-written'));
  return { form: 'call', callee, args: x.args(child(node, 'arguments')), place: x.place(node) };
};

const subscript: ToExpression = (node, x) => {
  const keys = child(node, 'indices');
  return {
    form: 'member',
    of: x.expression(child(node, 'argument'), node),
    name: x.expression(keys && named(keys)[0], node),
    place: x.place(node),
  };
};

const lambdaExpression: ToExpression = (node, x) => {
  const declarator = child(node, 'declarator');
  const list = declarator && (child(declarator, 'parameters') ?? ofType(declarator, 'parameter_list'));
  return lambda(parameters(list, x), child(node, 'body'), node, x);
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

/** `if (auto x = f(); x)`: what it declares runs before. */
function conditionOf(node: Node | undefined, x: Translation): { first: Statement[]; test: Expression } {
  const initializer = node && child(node, 'initializer');
  const value = node && (child(node, 'value') ?? named(node).at(-1));
  const first = initializer ? x.statements(initializer) : [];
  if (value?.type !== 'declaration') return { first, test: x.expression(value, node) };
  const bound = x.statement(value);
  const last = bound.at(-1);
  const place = x.place(value);
  const test: Expression =
    last?.form === 'bind'
      ? { form: 'reference', name: last.name, place }
      : { form: 'opaque', reason: 'half-written', place };
  return { first: [...first, ...bound], test };
}

const ifStatement: ToStatements = (node, x) => {
  const condition = child(node, 'condition');
  const { first, test } = condition
    ? conditionOf(condition, x)
    : { first: [], test: x.opaque(node, 'half-written') };
  const otherwise = child(node, 'alternative');
  const place = x.place(node);
  const branch: Statement = {
    form: 'branch',
    condition: test,
    then: bodyOf(child(node, 'consequence'), x),
    otherwise: otherwise ? named(otherwise).flatMap((each) => bodyOf(each, x)) : [],
    place,
  };
  return first.length > 0 ? { form: 'block', body: [...first, branch], place } : branch;
};

const switchStatement: ToStatements = (node, x) => {
  const condition = child(node, 'condition');
  const cases = allOfType(child(node, 'body') ?? node, 'case_statement').map((each) => {
    const test = child(each, 'value');
    const statements = named(each).filter((part) => part !== test);
    const body = statements.flatMap((part) => bodyOf(part, x));
    const last = body.at(-1)?.form;
    const ends = last === 'leave' || last === 'return';
    return { tests: test ? [x.expression(test)] : [], body, ...(!ends && { fallsThrough: true }) };
  });
  const subject = condition ? conditionOf(condition, x).test : x.opaque(node, 'half-written');
  return { form: 'switch', subject, cases, place: x.place(node) };
};

const rangeLoop: ToStatements = (node, x) => {
  const declarator = child(node, 'declarator');
  const variable = declarator && declared(declarator);
  return {
    form: 'loop',
    ...(variable && { bind: x.words(variable) }),
    over: x.expression(child(node, 'right'), node),
    body: bodyOf(child(node, 'body'), x),
    place: x.place(node),
  };
};

/** Both sides of a condition of the preprocessor are read. */
const preprocessor: ToStatements = (node, x) =>
  named(node)
    .filter((each) => each.field !== 'name' && each.field !== 'condition')
    .flatMap((each) => x.statement(each));

const rawString: ToExpression = (node, x) => {
  const content = ofType(node, 'raw_string_content');
  return literal(content ? x.words(content) : '', x.place(node));
};

/** `"a" "b"` is one text. */
const concatenated: ToExpression = (node, x) => {
  const parts = named(node).map((each) => x.expression(each));
  const texts = parts.map((each) => (each.form === 'literal' ? each.value : undefined));
  if (texts.every((each) => typeof each === 'string')) return literal(texts.join(''), x.place(node));
  return { form: 'template', parts, place: x.place(node) };
};

const path: ToExpression = (node, x) => pathTo(node, x);

export const cpp: Adapter = {
  language: 'cpp',
  grammar: 'cpp',
  arrange: (body) => ownMembers(gathered(body)),
  expressions: {
    identifier: reference,
    type_identifier: reference,
    namespace_identifier: reference,
    field_identifier: reference,
    qualified_identifier: path,
    template_type: path,
    template_function: path,
    this: (node, x) => name(node, x, 'this'),
    field_expression: member('argument', 'field'),
    subscript_expression: subscript,
    call_expression: call,
    new_expression: creation,
    compound_literal_expression: (node, x) =>
      child(node, 'value')
        ? braced(child(node, 'value')!, child(node, 'type'), x)
        : x.opaque(node, 'half-written'),
    initializer_list: (node, x) => braced(node, undefined, x),
    pointer_expression: through('argument'),
    parenthesized_expression: through(),
    cast_expression: through('value'),
    condition_clause: through('value'),
    co_await_expression: through('argument'),
    user_defined_literal: through(),
    conditional_expression: conditional('condition', 'consequence', 'alternative'),
    binary_expression: binary(),
    unary_expression: unary('argument'),
    assignment_expression: (node, x) => assignedValue(assign(node, x), x),
    lambda_expression: lambdaExpression,
    string_literal: (node, x) => textOf(node, x, ['string_content', 'escape_sequence'], []),
    raw_string_literal: rawString,
    concatenated_string: concatenated,
    char_literal: (node, x) => literal(x.words(node).slice(1, -1), x.place(node)),
    number_literal: number,
    true: constant(true),
    false: constant(false),
    null: constant(null),
  },
  statements: {
    translation_unit: inline(),
    preproc_include: include,
    preproc_def: define,
    preproc_function_def: nothing,
    preproc_call: nothing,
    preproc_ifdef: preprocessor,
    preproc_if: preprocessor,
    preproc_else: preprocessor,
    preproc_elif: preprocessor,
    using_declaration: using,
    alias_declaration: alias,
    type_definition: alias,
    namespace_alias_definition: alias,
    namespace_definition: inline('body'),
    linkage_specification: (node, x) => bodyOf(child(node, 'body'), x),
    template_declaration: (node, x) =>
      named(node)
        .filter((each) => each.field !== 'parameters')
        .flatMap((each) => x.statement(each)),
    declaration,
    field_declaration: declaration,
    function_definition: functionDefinition,
    class_specifier: classSpecifier,
    struct_specifier: classSpecifier,
    enum_specifier: classSpecifier,
    union_specifier: nothing,
    static_assert_declaration: nothing,
    compound_statement: block,
    declaration_list: inline(),
    expression_statement: runs(),
    assignment_expression: assign,
    comma_expression: inline(),
    if_statement: ifStatement,
    for_statement: loopOf('initializer'),
    while_statement: loopOf(),
    do_statement: loopOf(),
    for_range_loop: rangeLoop,
    switch_statement: switchStatement,
    try_statement: tryCatch,
    labeled_statement: (node, x) => x.statement(named(node).at(-1)),
    return_statement: returns(),
    co_return_statement: returns(),
    throw_statement: leave,
    break_statement: jump,
    continue_statement: jump,
    goto_statement: jump,
  },
  arguments: {},
};
