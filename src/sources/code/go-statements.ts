import type { Expression, Statement } from '../../evaluate/form.ts';
import {
  allOfType,
  child,
  childrenOf,
  named,
  ofType,
  type ToStatements,
  type Translation,
} from './adapter.ts';
import { bodyOf } from './braces.ts';
import { typeOf } from './go-types.ts';
import type { Node } from './grammar.ts';

const values = (node: Node | undefined, x: Translation): Expression[] =>
  node ? named(node).map((each) => x.expression(each)) : [];

/** Of several results of one call, the first is followed; the others are what it says they are. */
function valueAt(at: number, given: Expression[], count: number, place = given[0]!.place): Expression {
  if (given.length === count || at === 0)
    return given[at] ?? { form: 'opaque', reason: 'half-written', place };
  return { form: 'opaque', reason: 'a further result', place };
}

function bindings(names: Node[], given: Expression[], x: Translation, type?: Node): Statement[] {
  const of = typeOf(type, x);
  return names.flatMap((each, at): Statement[] => {
    const place = x.place(each);
    const value = given.length > 0 ? valueAt(at, given, names.length) : undefined;
    if (x.words(each) === '_') return value ? [{ form: 'run', expression: value, place }] : [];
    return [{ form: 'bind', name: x.words(each), ...(value && { value }), ...(of && { type: of }), place }];
  });
}

export const variables: ToStatements = (node, x) => {
  const given = values(child(node, 'value'), x);
  const bound = bindings(
    childrenOf(node, 'name').filter((each) => each.named),
    given,
    x,
    child(node, 'type'),
  );
  return bound.map((each) =>
    each.form === 'bind' && node.type === 'const_spec' ? { ...each, constant: true } : each,
  );
};

export const shortVariables: ToStatements = (node, x) =>
  bindings(named(child(node, 'left') ?? node), values(child(node, 'right'), x), x);

export const assignment: ToStatements = (node, x) => {
  const targets = named(child(node, 'left') ?? node);
  const given = values(child(node, 'right'), x);
  const sign = child(node, 'operator');
  return targets.flatMap((each, at): Statement[] => {
    const value = given.length > 0 ? valueAt(at, given, targets.length) : x.opaque(node, 'half-written');
    const place = targets.length === 1 ? x.place(node) : x.place(each);
    if (x.words(each) === '_') return [{ form: 'run', expression: value, place }];
    return [
      { form: 'assign', target: x.expression(each), operator: sign ? x.words(sign) : '=', value, place },
    ];
  });
};

/** The first result is the function's value. `return nil, err` is the way out of an error: it gives nothing. */
export const returned: ToStatements = (node, x) => {
  const list = ofType(node, 'expression_list');
  const inner = list ? named(list) : [];
  const [first, ...others] = inner;
  const place = x.place(node);
  if (!first) return { form: 'return', place };
  const value = x.expression(first);
  const further = others.map(
    (each): Statement => ({ form: 'run', expression: x.expression(each), place: x.place(each) }),
  );
  const failed = others.length > 0 && others.at(-1)!.type !== 'nil' && isZero(first);
  return [...further, failed ? { form: 'leave', place } : { form: 'return', value, place }];
};

function isZero(node: Node): boolean {
  if (node.type === 'composite_literal') return (child(node, 'body')?.children.length ?? 0) <= 2;
  return node.type === 'nil' || (node.type === 'interpreted_string_literal' && node.end - node.start === 2);
}

export const ifStatement: ToStatements = (node, x) => {
  const first = child(node, 'initializer');
  const branch: Statement = {
    form: 'branch',
    condition: x.expression(child(node, 'condition'), node),
    then: bodyOf(child(node, 'consequence'), x),
    otherwise: bodyOf(child(node, 'alternative'), x),
    place: x.place(node),
  };
  return first ? { form: 'block', body: [...x.statement(first), branch], place: x.place(node) } : branch;
};

export const loop: ToStatements = (node, x) => {
  const range = ofType(node, 'range_clause');
  const clause = ofType(node, 'for_clause');
  const first = clause ? x.statement(child(clause, 'initializer')) : [];
  const variable = range && named(child(range, 'left') ?? range).at(-1);
  const place = x.place(node);
  const body = bodyOf(child(node, 'body'), x);
  const looping: Statement = {
    form: 'loop',
    ...(variable && { bind: x.words(variable) }),
    ...(range && { over: x.expression(child(range, 'right'), range) }),
    body,
    place,
  };
  return { form: 'block', body: [...first, looping], place };
};

export const switchStatement: ToStatements = (node, x) => {
  const first = child(node, 'initializer');
  const subject = node.type === 'type_switch_statement' ? undefined : child(node, 'value');
  const cases = allOfType(node, 'expression_case', 'default_case', 'type_case', 'communication_case').map(
    (each) => {
      const body = named(each).flatMap((part) => (part.field === undefined ? x.statements(part) : []));
      const fallsThrough = named(each).some((part) => ofType(part, 'fallthrough_statement'));
      return { tests: tests(each, x), body, ...(fallsThrough && { fallsThrough }) };
    },
  );
  const alias = child(node, 'alias');
  const bound = alias ? bindings(named(alias), [x.expression(child(node, 'value'), node)], x) : [];
  const made: Statement = {
    form: 'switch',
    ...(subject && { subject: x.expression(subject) }),
    cases,
    place: x.place(node),
  };
  return { form: 'block', body: [...x.statement(first), ...bound, made], place: x.place(node) };
};

function tests(node: Node, x: Translation): Expression[] {
  if (node.type === 'default_case') return [];
  if (node.type === 'expression_case') return values(child(node, 'value'), x);
  return [{ form: 'opaque', reason: 'types and channels are not followed', place: x.place(node) }];
}

/** A path's last word names it, without the version that may follow. */
export const importSpec: ToStatements = (node, x) => {
  const path = child(node, 'path');
  if (!path) return [];
  const symbol = x.words(path).slice(1, -1);
  const alias = child(node, 'name');
  const words = symbol.split('/').filter((each) => !/^v\d+$/.test(each));
  const last = (words.at(-1) ?? symbol).replace(/\.v\d+$/, '').replace(/^go-|-go$/g, '');
  const named = alias && x.words(alias) !== '.' ? x.words(alias) : undefined;
  return { form: 'import', name: alias && !named ? '*' : (named ?? last), symbol, place: x.place(node) };
};
