import type { Branch, Expression, Import, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { type Adapter, allOfType, child, childrenOf, named, ofType, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';
import { destructure, type Patterns, takeApart } from './patterns.ts';
import { classOf, decoratorsOf, functionOf, typeOf } from './python-types.ts';
import { inline, leave, nothing, perhaps, removal, returns, runs } from './steps.ts';

/** A plain name is declared where it is assigned, unless `global` or `nonlocal` says that it is another's. */
export function bindTarget(target: Node, value: Expression, place: Place, x: Translation): Statement {
  if (target.type === 'identifier' && !x.names.has(x.words(target))) {
    return { form: 'bind', name: x.words(target), value, place };
  }
  return { form: 'assign', target: x.expression(target), operator: '=', value, place };
}

export const patterns: Patterns = {
  several: ['pattern_list', 'tuple_pattern', 'list_pattern', 'tuple', 'list'],
  rest: ['list_splat_pattern'],
  values: ['expression_list', 'tuple', 'list'],
  one: bindTarget,
};

/** `a = b`, `a: T = b`, `a += b`. */
export function assign(node: Node, x: Translation): Statement[] {
  const target = child(node, 'left');
  const value = child(node, 'right');
  const place = x.place(node);
  if (!target) return [];
  if (node.type === 'augmented_assignment') {
    const sign = child(node, 'operator');
    const operator = sign ? x.words(sign) : '=';
    return [
      { form: 'assign', target: x.expression(target), operator, value: x.expression(value, node), place },
    ];
  }
  const type = typeOf(child(node, 'type'), x);
  if (type && target.type === 'identifier') {
    return [
      { form: 'bind', name: x.words(target), type, ...(value && { value: x.expression(value) }), place },
    ];
  }
  return value ? destructure(target, value, node, patterns, x) : [];
}

function branch(node: Node, x: Translation, others = childrenOf(node, 'alternative')): Branch {
  const [next, ...rest] = others;
  return {
    form: 'branch',
    condition: x.expression(child(node, 'condition'), node),
    then: x.statements(child(node, 'consequence')),
    otherwise: next ? alternative(next, rest, x) : [],
    place: x.place(node),
  };
}

function alternative(node: Node, rest: Node[], x: Translation): Statement[] {
  return node.type === 'elif_clause' ? [branch(node, x, rest)] : x.statements(child(node, 'body'));
}

function forLoop(node: Node, x: Translation): Statement[] {
  const target = child(node, 'left');
  const over = child(node, 'right');
  const plain = target?.type === 'identifier' ? x.words(target) : undefined;
  const place = x.place(node);
  const element: Expression = {
    form: 'opaque',
    reason: 'an element of what is gone through',
    place: x.place(over ?? node),
  };
  const binds = target && plain === undefined ? takeApart(target, element, node, patterns, x) : [];
  return [
    {
      form: 'loop',
      ...(plain !== undefined && { bind: plain }),
      ...(over && { over: x.expression(over) }),
      body: [...binds, ...x.statements(child(node, 'body'))],
      place,
    },
    ...elseOf(node, x),
  ];
}

function elseOf(node: Node, x: Translation): Statement[] {
  const last = child(node, 'alternative') ?? ofType(node, 'else_clause');
  return last ? x.statements(child(last, 'body')) : [];
}

function whileLoop(node: Node, x: Translation): Statement[] {
  const condition = child(node, 'condition');
  const body = x.statements(child(node, 'body'));
  const before: Statement[] = condition
    ? [{ form: 'run', expression: x.expression(condition), place: x.place(condition) }]
    : [];
  return [...before, { form: 'loop', body, place: x.place(node) }, ...elseOf(node, x)];
}

function tryBlock(node: Node, x: Translation): Statement {
  const caught = allOfType(node, 'except_clause', 'except_group_clause').map((each) =>
    perhaps([...caughtName(each, x), ...bodyIn(each, x)], x.place(each), 'an exception may be raised'),
  );
  const last = allOfType(node, 'finally_clause').flatMap((each) => bodyIn(each, x));
  const body = [...x.statements(child(node, 'body')), ...elseOf(node, x), ...caught, ...last];
  return { form: 'block', body, place: x.place(node) };
}

function bodyIn(node: Node, x: Translation): Statement[] {
  return x.statements(ofType(node, 'block'));
}

function caughtName(node: Node, x: Translation): Statement[] {
  const alias = node.children.flatMap((each) => childrenOf(each, 'alias'))[0];
  const target = alias && named(alias)[0];
  if (!target) return [];
  const value: Expression = { form: 'opaque', reason: 'an exception', place: x.place(target) };
  return [bindTarget(target, value, x.place(node), x)];
}

/** What `with` opens is what its name is. */
function withBlock(node: Node, x: Translation): Statement {
  const opened = allOfType(node, 'with_clause')
    .flatMap((clause) => allOfType(clause, 'with_item'))
    .flatMap((item) => openItem(child(item, 'value'), x));
  return { form: 'block', body: [...opened, ...x.statements(child(node, 'body'))], place: x.place(node) };
}

function openItem(value: Node | undefined, x: Translation): Statement[] {
  if (!value) return [];
  if (value.type === 'tuple') return named(value).flatMap((each) => openItem(each, x));
  const alias = child(value, 'alias');
  const target = alias && named(alias)[0];
  if (!target) return [{ form: 'run', expression: x.expression(value), place: x.place(value) }];
  return takeApart(target, x.expression(named(value)[0], value), value, patterns, x);
}

function matchSwitch(node: Node, x: Translation): Statement {
  const subject = child(node, 'subject');
  const cases = named(child(node, 'body') ?? node)
    .filter((each) => each.type === 'case_clause')
    .map((each) => ({ tests: testsOf(each, x), body: x.statements(child(each, 'consequence')) }));
  return { form: 'switch', ...(subject && { subject: x.expression(subject) }), cases, place: x.place(node) };
}

/** Constants are compared; any other pattern may fit. */
function testsOf(clause: Node, x: Translation): Expression[] {
  const pattern = ofType(clause, 'case_pattern');
  const inner = pattern && named(pattern)[0];
  if (!ofType(clause, 'if_clause') && (!inner || inner.type === 'identifier')) return [];
  if (inner?.type === 'union_pattern') return named(inner).map((each) => testOf(each, x));
  return [inner ? testOf(inner, x) : x.opaque(clause, 'a guard')];
}

function testOf(node: Node, x: Translation): Expression {
  const place = x.place(node);
  return node.type === 'string' ||
    node.type === 'dotted_name' ||
    node.type === 'integer' ||
    node.type === 'none'
    ? x.expression(node)
    : { form: 'opaque', reason: 'a pattern', place };
}

function plainImport(node: Node, x: Translation): Import[] {
  return childrenOf(node, 'name').map((each) => {
    const alias = child(each, 'alias');
    const whole = x.words(alias ? (child(each, 'name') ?? each) : each);
    const first = whole.split('.')[0]!;
    const place = x.place(each);
    if (alias)
      return { form: 'import', name: x.words(alias), symbol: whole, module: whole, imported: '*', place };
    return { form: 'import', name: first, symbol: first, module: first, imported: '*', place };
  });
}

function fromImport(node: Node, x: Translation): Import[] {
  const from = child(node, 'module_name');
  const module = from ? x.words(from) : '';
  if (ofType(node, 'wildcard_import')) {
    return [{ form: 'import', name: '*', symbol: module, module, imported: '*', place: x.place(node) }];
  }
  return childrenOf(node, 'name').map((each) => {
    const imported = x.words(child(each, 'name') ?? each);
    const isModule = /^\.+$/.test(module);
    const alias = child(each, 'alias');
    const place = x.place(each);
    return {
      form: 'import',
      name: alias ? x.words(alias) : imported,
      symbol: `${module}.${imported}`,
      module: isModule ? `${module}${imported}` : module,
      imported: isModule ? '*' : imported,
      place,
    };
  });
}

function decorated(node: Node, x: Translation): Statement[] {
  const inner = child(node, 'definition');
  const decorators = decoratorsOf(node, x);
  const run = allOfType(node, 'decorator').flatMap((each) => x.statement(named(each)[0]));
  if (inner?.type === 'class_definition') return [...run, classOf(inner, x, decorators)];
  if (!inner) return run;
  return [...run, { form: 'function', function: functionOf(inner, x, decorators), place: x.place(inner) }];
}

/** `del p['k']` takes an entry out; a name that is gone is not asked again. */
function remove(node: Node, x: Translation): Statement[] {
  return named(node)
    .flatMap((each) => (each.type === 'expression_list' ? named(each) : [each]))
    .filter((each) => each.type === 'subscript')
    .map((each) =>
      removal(x.expression(child(each, 'value'), each), x.expression(child(each, 'subscript'), each)),
    );
}

function outerNames(node: Node, x: Translation): Statement[] {
  for (const each of named(node)) x.names.add(x.words(each));
  return [];
}

export const statements: Adapter['statements'] = {
  expression_statement: inline(),
  assignment: assign,
  augmented_assignment: assign,
  if_statement: (node, x) => branch(node, x),
  for_statement: forLoop,
  while_statement: whileLoop,
  try_statement: tryBlock,
  with_statement: withBlock,
  match_statement: matchSwitch,
  return_statement: returns(),
  raise_statement: leave,
  break_statement: leave,
  continue_statement: leave,
  pass_statement: nothing,
  global_statement: outerNames,
  nonlocal_statement: outerNames,
  delete_statement: remove,
  assert_statement: runs(),
  import_statement: plainImport,
  import_from_statement: fromImport,
  future_import_statement: nothing,
  function_definition: (node, x) => ({
    form: 'function',
    function: functionOf(node, x),
    place: x.place(node),
  }),
  class_definition: (node, x) => classOf(node, x),
  decorated_definition: decorated,
  block: inline(),
};
