import type { Expression } from '../../evaluate/form.ts';
import {
  allOfType,
  child,
  named,
  ofType,
  type ToExpression,
  type ToStatements,
  type Translation,
} from './adapter.ts';
import { switchValue } from './braces.ts';
import type { Node } from './grammar.ts';
import { arm, branches, entryBody, run, subjectOf, switchOf, testsOf, tryOf } from './kotlin-values.ts';
import { perhaps } from './steps.ts';

export const ifStatement: ToStatements = (node, x) => {
  const { then, otherwise } = branches(node);
  return {
    form: 'branch',
    condition: x.expression(child(node, 'condition'), node),
    then: run(then, x),
    otherwise: run(otherwise, x),
    place: x.place(node),
  };
};

export const ifValue: ToExpression = (node, x) => {
  const { then, otherwise } = branches(node);
  const condition = x.expression(child(node, 'condition'), node);
  return switchValue(undefined, [arm(then, [condition], x), arm(otherwise, [], x)], x.place(node), x);
};

export const whenStatement: ToStatements = (node, x) => switchOf(node, x, (body) => run(body, x));

export const whenValue: ToExpression = (node, x) => {
  const arms = allOfType(node, 'when_entry').map((each) => arm(entryBody(each), testsOf(each, x), x));
  return switchValue(subjectOf(node, x), arms, x.place(node), x);
};

export const tryStatement: ToStatements = (node, x) => tryOf(node, x, (body) => x.statements(body));

export const tryValue: ToExpression = (node, x) => {
  const tried = arm(ofType(node, 'block'), [], x);
  for (const each of tried.body) x.before(each);
  for (const each of allOfType(node, 'catch_block')) {
    x.before(perhaps(x.statements(ofType(each, 'block')), x.place(each), 'an exception may be thrown'));
  }
  return tried.value ?? x.opaque(node, 'nothing is tried');
};

/** `by lazy { v }` is v; other delegates are their own. */
export function lazyValue(delegate: Node, x: Translation): Expression {
  const call = ofType(delegate, 'call_expression');
  const lambda = call && ofType(call, 'annotated_lambda');
  const body = lambda && ofType(lambda, 'lambda_literal');
  if (!body || x.words(named(call)[0]!) !== 'lazy') return x.opaque(delegate, 'a delegated property');
  const { body: before, value } = arm({ ...body, type: 'block' }, [], x);
  for (const each of before) x.before(each);
  return value ?? x.opaque(delegate, 'nothing is given');
}
