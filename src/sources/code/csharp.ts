import type { Argument, Assign, Expression, Statement } from '../../evaluate/form.ts';
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
import {
  type Arm,
  assignedValue,
  block,
  bodyOf,
  forEach,
  functionBody,
  ifElse,
  jump,
  lambda,
  leaves,
  loopOf,
  switchValue,
  tryCatch,
} from './braces.ts';
import { classDeclaration, functionForm, parameters, patternBinds, variables } from './csharp-classes.ts';
import {
  anonymousObject,
  collection,
  creation,
  genericName,
  initialiser,
  objectCreation,
  withExpression,
} from './csharp-objects.ts';
import type { Node } from './grammar.ts';
import { ownMembers } from './own-members.ts';
import { binary, conditional, literal, name, number, reference, through, unary, wordsOf } from './shapes.ts';
import { inline, leave, nothing, returns, runs } from './steps.ts';
import { textOf } from './text.ts';

/** `a.B`, also with type arguments. */
const access =
  (of: string): ToExpression =>
  (node, x) => {
    const last = child(node, 'name');
    const word = last?.type === 'generic_name' ? (ofType(last, 'identifier') ?? last) : last;
    const before = child(node, of);
    return {
      form: 'member',
      of: x.expression(before, node),
      name: word ? wordsOf(word, x) : x.opaque(node, 'half-written'),
      place: x.place(node),
    };
  };

/** `a?.B`, `a?[k]`. */
const conditionalAccess: ToExpression = (node, x) => {
  const of = x.expression(child(node, 'condition'), node);
  const binding = ofType(node, 'member_binding_expression', 'element_binding_expression');
  if (!binding) return x.opaque(node, 'half-written');
  const key = named(binding)[0];
  const inner =
    key?.type === 'argument'
      ? x.expression(named(key)[0], key)
      : key && wordsOf(ofType(key, 'identifier') ?? key, x);
  return { form: 'member', of, name: inner ?? x.opaque(binding, 'half-written'), place: x.place(node) };
};

const elementAccess: ToExpression = (node, x) => {
  const subscript = child(node, 'subscript');
  const key = subscript && named(subscript)[0];
  return {
    form: 'member',
    of: x.expression(child(node, 'expression'), node),
    name: x.expression(key && named(key)[0], node),
    place: x.place(node),
  };
};

/** `nameof(x)` is a text; `ConfigureAwait` changes no value. */
const invocation: ToExpression = (node, x) => {
  const callee = child(node, 'function');
  const list = child(node, 'arguments');
  const words = callee ? x.words(callee) : '';
  if (words === 'nameof' && list)
    return literal(x.words(list).replace(/^\(.*?(\w+)\)$/s, '$1'), x.place(node));
  const called = callee && child(callee, 'name');
  if (called && x.words(called) === 'ConfigureAwait') return x.expression(child(callee, 'expression'), node);
  return { form: 'call', callee: x.expression(callee, node), args: x.args(list), place: x.place(node) };
};

function argument(node: Node, x: Translation): Argument {
  const label = child(node, 'name');
  const given = named(node).find((each) => each !== label);
  const value = given ? creation(given, undefined, x) : x.opaque(node, 'half-written');
  return { ...(label && { name: x.words(label), namePlace: x.place(label) }), value, place: x.place(node) };
}

const verbatim: ToExpression = (node, x) =>
  literal(x.words(node).slice(2, -1).replaceAll('""', '"'), x.place(node));

const rawString: ToExpression = (node, x) => {
  const content = ofType(node, 'raw_string_content');
  const lines = (content ? x.words(content) : '').split('\n');
  if (lines.length === 1) return literal(lines[0]!, x.place(node));
  const indent = lines.at(-1)!.length;
  return literal(
    lines
      .slice(1, -1)
      .map((line) => line.slice(indent))
      .join('\n'),
    x.place(node),
  );
};

const interpolated: ToExpression = (node, x) => {
  const start = ofType(node, 'interpolation_start');
  const asIs = start && /@|\$\$/.test(x.words(start));
  const piece = asIs ? (words: string) => words.replaceAll('""', '"') : undefined;
  const parts = { ...node, children: node.children.map(withoutBraces) };
  return textOf(parts, x, ['string_content', 'escape_sequence'], ['interpolation'], piece);
};

function withoutBraces(node: Node): Node {
  return { ...node, children: node.children.filter((each) => each.type !== 'interpolation_brace') };
}

function assign(node: Node, x: Translation): Assign {
  const operator = child(node, 'operator');
  const right = child(node, 'right');
  return {
    form: 'assign',
    target: x.expression(child(node, 'left'), node),
    operator: operator ? x.words(operator) : '=',
    value: right ? creation(right, undefined, x) : x.opaque(node, 'half-written'),
    place: x.place(node),
  };
}

/** `a ?? throw …` is `a`. */
const operation: ToExpression = (node, x) =>
  leaves(child(node, 'right')) ? x.expression(child(node, 'left'), node) : binary()(node, x);

const isPattern: ToExpression = (node, x) => {
  const of = x.expression(child(node, 'expression'), node);
  const pattern = child(node, 'pattern');
  const place = x.place(node);
  const variable = pattern && child(pattern, 'name');
  if (variable) x.before({ form: 'bind', name: x.words(variable), value: of, place });
  const negated = pattern?.type === 'negated_pattern';
  const constantPart = negated ? named(pattern)[0] : pattern;
  const compared = constantPart?.type === 'constant_pattern' ? named(constantPart)[0] : undefined;
  if (!compared || compared.type === 'binary_expression')
    return { form: 'opaque', reason: 'this pattern is not followed', place };
  const operands = [of, x.expression(compared)];
  return { form: 'operation', operator: negated ? '!=' : '==', operands, place };
};

/** What a value is compared with in a case; none where every value fits. */
function tests(pattern: Node | undefined, x: Translation): Expression[] {
  if (!pattern || pattern.type === 'discard') return [];
  if (pattern.type === 'constant_pattern') return [x.expression(named(pattern)[0], pattern)];
  if (pattern.type === 'or_pattern')
    return named(pattern)
      .filter((each) => each.field !== 'operator')
      .flatMap((each) => tests(each, x));
  return [{ form: 'opaque', reason: 'this pattern is not followed', place: x.place(pattern) }];
}

const switchExpression: ToExpression = (node, x) => {
  const [subject] = named(node);
  const arms = allOfType(node, 'switch_expression_arm').map((each): Arm => {
    const [pattern] = named(each);
    const given = named(each).at(-1);
    return {
      tests: tests(pattern, x),
      body: [],
      ...(given && !leaves(given) && { value: creation(given, undefined, x) }),
    };
  });
  return switchValue(x.expression(subject, node), arms, x.place(node), x);
};

const isLabel = (node: Node): boolean => /_pattern$|^discard$|^when_clause$/.test(node.type);

/** Sections without statements share those of the next. */
const switchStatement: ToStatements = (node, x) => {
  const sections = allOfType(child(node, 'body') ?? node, 'switch_section');
  const cases = sections.map((each) => {
    const body = named(each)
      .filter((part) => !isLabel(part))
      .flatMap((part) => x.statement(part));
    const labels = named(each).filter((part) => isLabel(part) && part.type !== 'when_clause');
    return {
      tests: labels.flatMap((label) => tests(label, x)),
      body,
      ...(body.length === 0 && { fallsThrough: true }),
    };
  });
  return { form: 'switch', subject: x.expression(child(node, 'value'), node), cases, place: x.place(node) };
};

const using: ToStatements = (node, x) => {
  const path = named(node).find((each) => each.field !== 'name');
  if (!path) return [];
  const alias = child(node, 'name');
  const symbol = x.words(path).replace(/\s|^global::/g, '');
  return { form: 'import', name: alias ? x.words(alias) : '*', symbol, place: x.place(node) };
};

const usingStatement: ToStatements = (node, x) => {
  const opened = named(node).find((each) => each.field !== 'body');
  return {
    form: 'block',
    body: [...x.statement(opened), ...bodyOf(child(node, 'body'), x)],
    place: x.place(node),
  };
};

const conditionalPart: ToStatements = (node, x) => ({
  form: 'branch',
  condition: { form: 'opaque', reason: 'a condition of the preprocessor', place: x.place(node) },
  then: named(node)
    .filter((each) => !each.field)
    .flatMap((each) => x.statement(each)),
  otherwise: named(node)
    .filter((each) => each.field === 'alternative')
    .flatMap((each) => x.statements(each)),
  place: x.place(node),
});

const foreachStatement: ToStatements = (node, x) => {
  const made = [forEach('left', 'right')(node, x)].flat()[0];
  const pattern = ofType(node, 'tuple_pattern');
  if (made?.form !== 'loop' || !pattern) return made ?? [];
  return { ...made, bind: undefined, body: [...patternBinds(pattern, undefined, x), ...made.body] };
};

const outVariable: ToExpression = (node, x) => {
  const variable = child(node, 'name');
  if (!variable) return x.opaque(node, 'half-written');
  const place = x.place(variable);
  const value: Expression = { form: 'opaque', reason: 'an `out` argument', place };
  x.before({ form: 'bind', name: x.words(variable), value, place });
  return name(variable, x);
};

const initialised = (node: Node, x: Translation): Expression => {
  const given = ofType(node, 'initializer_expression');
  return given ? initialiser(given, x) : x.opaque(node, 'a new array');
};

const throwing: ToExpression = (node, x) => x.opaque(node, 'an exception');

const anonymousMethod: ToExpression = (node, x) => {
  const place = x.place(node);
  const body: Statement[] = functionBody(ofType(node, 'block'), x);
  return {
    form: 'lambda',
    function: { params: parameters(child(node, 'parameters'), x), body, place },
    place,
  };
};

export const csharp: Adapter = {
  language: 'csharp',
  grammar: 'csharp',
  arrange: (body) => ownMembers(body),
  expressions: {
    identifier: reference,
    generic_name: genericName,
    qualified_name: access('qualifier'),
    alias_qualified_name: through('name'),
    predefined_type: reference,
    nullable_type: through('type'),
    this: (node, x) => name(node, x, 'this'),
    base: (node, x) => name(node, x, 'this'),
    member_access_expression: access('expression'),
    conditional_access_expression: conditionalAccess,
    element_access_expression: elementAccess,
    element_binding_expression: collection,
    invocation_expression: invocation,
    object_creation_expression: objectCreation,
    implicit_object_creation_expression: (node, x) => creation(node, undefined, x),
    anonymous_object_creation_expression: anonymousObject,
    with_expression: withExpression,
    initializer_expression: (node, x) => initialiser(node, x),
    array_creation_expression: initialised,
    implicit_array_creation_expression: initialised,
    await_expression: through(),
    parenthesized_expression: through(),
    checked_expression: through(),
    cast_expression: through('value'),
    as_expression: through('left'),
    postfix_unary_expression: through(),
    prefix_unary_expression: unary(),
    binary_expression: operation,
    conditional_expression: conditional('condition', 'consequence', 'alternative'),
    assignment_expression: (node, x) => assignedValue(assign(node, x), x),
    is_pattern_expression: isPattern,
    switch_expression: switchExpression,
    tuple_expression: (node, x) => ({
      form: 'list',
      items: x.args(node).map((each) => each.value),
      place: x.place(node),
    }),
    declaration_expression: outVariable,
    throw_expression: throwing,
    lambda_expression: (node, x) =>
      lambda(parameters(child(node, 'parameters'), x), child(node, 'body'), node, x),
    anonymous_method_expression: anonymousMethod,
    string_literal: (node, x) => textOf(node, x, ['string_literal_content', 'escape_sequence'], []),
    verbatim_string_literal: verbatim,
    raw_string_literal: rawString,
    interpolated_string_expression: interpolated,
    character_literal: (node, x) => literal(x.words(node).slice(1, -1), x.place(node)),
    integer_literal: number,
    real_literal: number,
    boolean_literal: (node, x) => literal(x.words(node) === 'true', x.place(node)),
    null_literal: (node, x) => literal(null, x.place(node)),
  },
  statements: {
    compilation_unit: inline(),
    global_statement: inline(),
    using_directive: using,
    namespace_declaration: inline('body'),
    file_scoped_namespace_declaration: (node, x) =>
      named(node)
        .filter((each) => !each.field)
        .flatMap((each) => x.statement(each)),
    class_declaration: classDeclaration,
    record_declaration: classDeclaration,
    struct_declaration: classDeclaration,
    record_struct_declaration: classDeclaration,
    interface_declaration: classDeclaration,
    enum_declaration: classDeclaration,
    delegate_declaration: nothing,
    attribute_list: nothing,
    global_attribute: nothing,
    preproc_if: conditionalPart,
    preproc_region: nothing,
    local_declaration_statement: inline(),
    variable_declaration: variables,
    local_function_statement: (node, x) => ({
      form: 'function',
      function: functionForm(node, x),
      place: x.place(node),
    }),
    modifier: nothing,
    block,
    expression_statement: runs(),
    assignment_expression: assign,
    if_statement: ifElse,
    for_statement: loopOf('initializer'),
    while_statement: loopOf(),
    do_statement: loopOf(),
    foreach_statement: foreachStatement,
    switch_statement: switchStatement,
    using_statement: usingStatement,
    lock_statement: (node, x) => bodyOf(ofType(node, 'block'), x),
    unsafe_statement: inline(),
    checked_statement: inline(),
    fixed_statement: inline(),
    try_statement: tryCatch,
    labeled_statement: (node, x) => x.statement(named(node).at(-1)),
    return_statement: returns(),
    yield_statement: runs(),
    throw_statement: leave,
    break_statement: jump,
    continue_statement: jump,
    goto_statement: jump,
    empty_statement: nothing,
  },
  arguments: { argument },
};
