import type { Entry, Expression } from '../../evaluate/form.ts';
import { type Adapter, child, named, type ToExpression, type Translation } from './adapter.ts';
import { block, jump } from './braces.ts';
import { gathered } from './class-parts.ts';
import {
  assignment,
  ifStatement,
  importSpec,
  loop,
  returned,
  shortVariables,
  switchStatement,
  variables,
} from './go-statements.ts';
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
