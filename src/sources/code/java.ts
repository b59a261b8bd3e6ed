import type { Argument, Assign, Entry, Expression, Statement } from '../../evaluate/form.ts';
import {
  type Adapter,
  allOfType,
  child,
  named,
  ofType,
  type ToExpression,
  type Translation,
} from './adapter.ts';
import {
  type Arm,
  assignedValue,
  block,
  forEach,
  ifElse,
  jump,
  lambda,
  leaves,
  loopOf,
  switchValue,
  tryCatch,
} from './braces.ts';
import type { Node } from './grammar.ts';
import { classDeclaration, declarations, parameters, typeOf } from './java-classes.ts';
import { importDeclaration, labels, resource, switchStatement } from './java-statements.ts';
import { text } from './java-text.ts';
import { ownMembers } from './own-members.ts';
import {
  binary,
  conditional,
  constant,
  index,
  literal,
  member,
  name,
  number,
  reference,
  through,
  unary,
  wordsOf,
} from './shapes.ts';
import { inline, leave, nothing, returns, runs } from './steps.ts';

const makers =
  /^(Map\.(of|entry)|ImmutableMap\.of|Collections\.singletonMap|List\.of|Arrays\.asList|Collections\.singletonList|Set\.of)$/;

/** `Map.of(k, v)` is a record, `List.of(a)` a list. */
function collection(of: string, args: Argument[], node: Node, x: Translation): Expression {
  const place = x.place(node);
  const given = args.map((arg) => arg.value);
  if (!/Map/.test(of)) return { form: 'list', items: given, place };
  const entries: Entry[] = [];
  for (let at = 0; at + 1 < given.length; at += 2) {
    const [name, value] = [given[at]!, given[at + 1]!];
    entries.push({ name, value, place: { ...name.place, end: value.place.end } });
  }
  return { form: 'record', entries, place };
}

const invocation: ToExpression = (node, x) => {
  const object = child(node, 'object');
  const method = child(node, 'name');
  const path = object && method ? `${x.words(object)}.${x.words(method)}` : '';
  if (makers.test(path)) return collection(path, x.args(child(node, 'arguments')), node, x);
  const callee: Expression = !method
    ? x.opaque(node, 'half-written')
    : object
      ? { form: 'member', of: x.expression(object), name: wordsOf(method, x), place: x.place(object, method) }
      : name(method, x);
  return { form: 'call', callee, args: x.args(child(node, 'arguments')), place: x.place(node) };
};

/** `new T(…)`; the methods of a class that is written there are handed to it. */
const creation: ToExpression = (node, x) => {
  const type = child(node, 'type');
  const callee = typeOf(type, x) ?? (type ? name(type, x) : x.opaque(node, 'half-written'));
  const body = ofType(node, 'class_body');
  const args = x.args(child(node, 'arguments'));
  const made: Expression = { form: 'call', callee, args, place: x.place(node) };
  if (!body) return made;
  args.push(...allOfType(body, 'method_declaration').map((each) => methodAsArgument(each, x)));
  const setUp = allOfType(body, 'block').flatMap((each) => x.statements(each));
  return setUp.length > 0 ? initialised(made, setUp, x, body) : made;
};

function methodAsArgument(node: Node, x: Translation): Argument {
  const method = child(node, 'name');
  const value = lambda(parameters(child(node, 'parameters'), x), child(node, 'body'), node, x);
  return { name: method ? x.words(method) : '', value, place: x.place(node) };
}

/** `new HashMap<>() {{ put(a, b); }}`: what Kotlin calls `apply`. */
function initialised(made: Expression, body: Statement[], x: Translation, node: Node): Expression {
  const place = x.place(node);
  const apply: Expression = { form: 'literal', value: 'apply', place };
  const value: Expression = { form: 'lambda', function: { params: [], body, receiver: true, place }, place };
  return {
    form: 'call',
    callee: { form: 'member', of: made, name: apply, place },
    args: [{ value, place }],
    place: made.place,
  };
}

const methodReference: ToExpression = (node, x) => {
  const [of, method] = named(node);
  if (!of || !method) return x.expression(of, node);
  return { form: 'member', of: x.expression(of), name: wordsOf(method, x), place: x.place(node) };
};

const scopedType: ToExpression = (node, x) => {
  const [of, last] = named(node).filter((each) => each.type.endsWith('identifier'));
  if (!of || !last) return x.expression(of ?? last, node);
  return { form: 'member', of: x.expression(of), name: wordsOf(last, x), place: x.place(node) };
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

const switchExpression: ToExpression = (node, x) => {
  const rules = allOfType(child(node, 'body') ?? node, 'switch_rule', 'switch_block_statement_group');
  return switchValue(
    x.expression(child(node, 'condition'), node),
    rules.map((each) => arm(each, x)),
    x.place(node),
    x,
  );
};

function arm(node: Node, x: Translation): Arm {
  const parts = named(node).filter((each) => each.type !== 'switch_label');
  const only = parts.length === 1 ? parts[0] : undefined;
  const statements = only?.type === 'block' ? named(only) : parts;
  const last = statements.at(-1);
  const tests = labels(node, x);
  if (!last || leaves(last)) return { tests, body: statements.flatMap((each) => x.statement(each)) };
  const body = statements.slice(0, -1).flatMap((each) => x.statement(each));
  return { tests, body, value: x.expression(named(last)[0], last) };
}

/** `x instanceof T t`: where it holds, `t` is `x`. */
const instanceOf: ToExpression = (node, x) => {
  const variable = child(node, 'name');
  const place = x.place(node);
  if (variable)
    x.before({
      form: 'bind',
      name: x.words(variable),
      value: x.expression(child(node, 'left'), node),
      place,
    });
  return { form: 'opaque', reason: 'types are not followed', place };
};

export const java: Adapter = {
  language: 'java',
  grammar: 'java',
  arrange: (body) => ownMembers(body),
  expressions: {
    identifier: reference,
    type_identifier: reference,
    scoped_identifier: member('scope', 'name'),
    scoped_type_identifier: scopedType,
    this: (node, x) => name(node, x, 'this'),
    super: (node, x) => name(node, x, 'this'),
    field_access: member('object', 'field'),
    array_access: index('array', 'index'),
    method_invocation: invocation,
    object_creation_expression: creation,
    array_creation_expression: (node, x) =>
      child(node, 'value') ? x.expression(child(node, 'value')) : x.opaque(node, 'a new array'),
    array_initializer: (node, x) => ({
      form: 'list',
      items: named(node).map((each) => x.expression(each)),
      place: x.place(node),
    }),
    method_reference: methodReference,
    class_literal: through(),
    lambda_expression: (node, x) =>
      lambda(parameters(child(node, 'parameters'), x), child(node, 'body'), node, x),
    parenthesized_expression: through(),
    cast_expression: through('value'),
    ternary_expression: conditional('condition', 'consequence', 'alternative'),
    binary_expression: binary(),
    unary_expression: unary('operand'),
    assignment_expression: (node, x) => assignedValue(assign(node, x), x),
    instanceof_expression: instanceOf,
    switch_expression: switchExpression,
    string_literal: text,
    character_literal: (node, x) => literal(x.words(node).slice(1, -1), x.place(node)),
    decimal_integer_literal: number,
    hex_integer_literal: number,
    decimal_floating_point_literal: number,
    true: constant(true),
    false: constant(false),
    null_literal: constant(null),
  },
  statements: {
    program: inline(),
    package_declaration: nothing,
    import_declaration: importDeclaration,
    class_declaration: classDeclaration,
    enum_declaration: classDeclaration,
    record_declaration: classDeclaration,
    interface_declaration: classDeclaration,
    annotation_type_declaration: nothing,
    local_variable_declaration: declarations,
    field_declaration: declarations,
    resource,
    block,
    expression_statement: runs(),
    assignment_expression: assign,
    if_statement: ifElse,
    for_statement: loopOf('init'),
    while_statement: loopOf(),
    do_statement: loopOf(),
    enhanced_for_statement: forEach('name', 'value'),
    switch_expression: switchStatement,
    try_statement: tryCatch,
    try_with_resources_statement: tryCatch,
    synchronized_statement: inline('body'),
    labeled_statement: (node, x) => x.statement(named(node).at(-1)),
    return_statement: returns(),
    yield_statement: returns(),
    throw_statement: leave,
    break_statement: jump,
    continue_statement: jump,
    assert_statement: runs(),
  },
  arguments: {},
};
