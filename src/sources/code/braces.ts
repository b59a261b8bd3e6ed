import type { Branch, Expression, Parameter, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import {
  allOfType,
  child,
  childrenOf,
  named,
  ofType,
  type ToStatements,
  type Translation,
} from './adapter.ts';
import type { Node } from './grammar.ts';
import { perhaps } from './steps.ts';

/** Ready-made translations of what languages with braces share. */

const blocks = new Set([
  'block',
  'compound_statement',
  'constructor_body',
  'declaration_list',
  'class_body',
  'field_declaration_list',
]);

/** The statements of a body with or without braces. */
export function bodyOf(node: Node | undefined, x: Translation): Statement[] {
  if (!node) return [];
  return blocks.has(node.type) ? x.statements(node) : x.statement(node);
}

export const block: ToStatements = (node, x) => ({
  form: 'block',
  body: x.statements(node),
  place: x.place(node),
});

/** `break`, `continue`, `goto`. */
export const jump: ToStatements = (node, x) => ({ form: 'leave', place: x.place(node) });

export const ifElse: ToStatements = (node, x): Branch => ({
  form: 'branch',
  condition: x.expression(child(node, 'condition'), node),
  then: bodyOf(child(node, 'consequence'), x),
  otherwise: bodyOf(child(node, 'alternative'), x),
  place: x.place(node),
});

/** `while`, `do`, `for (;;)`: what is set up first, then a body that runs any number of times. */
export const loopOf =
  (...before: string[]): ToStatements =>
  (node, x) => {
    const first = before.flatMap((field) => childrenOf(node, field)).flatMap((each) => x.statement(each));
    const condition = child(node, 'condition');
    if (condition)
      first.push({ form: 'run', expression: x.expression(condition), place: x.place(condition) });
    const body = bodyOf(child(node, 'body'), x);
    return {
      form: 'block',
      body: [...first, { form: 'loop', body, place: x.place(node) }],
      place: x.place(node),
    };
  };

/** `for (T x : list)`, `foreach (var x in list)`. */
export const forEach =
  (bind: string, over: string): ToStatements =>
  (node, x) => {
    const variable = child(node, bind);
    return {
      form: 'loop',
      ...(variable && { bind: x.words(variable) }),
      over: x.expression(child(node, over), node),
      body: bodyOf(child(node, 'body'), x),
      place: x.place(node),
    };
  };

/** `try` with what it opens; each `catch` may run; `finally` does. */
export const tryCatch: ToStatements = (node, x) => {
  const opened = allOfType(node, 'resource_specification').flatMap((each) => x.statements(each));
  const body = ofType(node, 'block', 'compound_statement') ?? child(node, 'body');
  const caught = allOfType(node, 'catch_clause').map((each) =>
    perhaps(bodyOf(child(each, 'body'), x), x.place(each), 'an exception may be thrown'),
  );
  const last = allOfType(node, 'finally_clause').flatMap((each) => bodyOf(ofType(each, 'block'), x));
  return { form: 'block', body: [...opened, ...bodyOf(body, x), ...caught, ...last], place: x.place(node) };
};

/** A lambda of statements, or of one expression that it returns. */
export function lambda(params: Parameter[], body: Node | undefined, node: Node, x: Translation): Expression {
  const place = x.place(node);
  return { form: 'lambda', function: { params, body: functionBody(body, x), place }, place };
}

/** The body of a function: statements, or one expression whose value it gives. */
export function functionBody(body: Node | undefined, x: Translation): Statement[] {
  if (!body) return [];
  if (blocks.has(body.type)) return x.statements(body);
  const value = body.type === 'arrow_expression_clause' ? named(body)[0] : body;
  return value ? returning(value, x) : [];
}

function returning(value: Node, x: Translation): Statement[] {
  const place = x.place(value);
  return x.together(() => [{ form: 'return', value: x.expression(value), place }]);
}

export function isWord(node: Node, word: string, x: Translation): boolean {
  return node.children.some((each) => x.words(each) === word);
}

/** Whether control never passes an expression: `throw …`, `return …`. */
export function leaves(node: Node | undefined): boolean {
  if (!node) return false;
  if (node.type === 'parenthesized_expression') return leaves(named(node)[0]);
  return (
    node.type === 'throw_expression' || node.type === 'return_expression' || node.type === 'throw_statement'
  );
}

/** One case of a `switch` that gives a value. Without `tests`: the default. */
export interface Arm {
  tests: Expression[];
  /** What runs before the value is known. */
  body: Statement[];
  /** Absent where control never comes back. */
  value?: Expression;
}

/** A `switch`, `when` or `if` that gives a value: a choice, after a statement that runs what its arms hold. */
export function switchValue(
  subject: Expression | undefined,
  arms: Arm[],
  place: Place,
  x: Translation,
): Expression {
  if (arms.some((arm) => arm.body.length > 0)) {
    const cases = arms.map(({ tests, body }) => ({ tests, body }));
    x.before({ form: 'switch', ...(subject && { subject }), cases, place });
  }
  const giving = arms.filter((arm) => arm.value !== undefined);
  const fallback = giving.find((arm) => arm.tests.length === 0) ?? giving.at(-1);
  if (!fallback) return { form: 'opaque', reason: 'no case gives a value', place };
  return giving
    .filter((arm) => arm !== fallback)
    .reduceRight<Expression>(
      (otherwise, arm) => ({
        form: 'choice',
        condition: anyOf(subject, arm.tests, place),
        then: arm.value!,
        otherwise,
        place,
      }),
      fallback.value!,
    );
}

function anyOf(subject: Expression | undefined, tests: Expression[], place: Place): Expression {
  const each = tests.map(
    (test): Expression =>
      subject ? { form: 'operation', operator: '==', operands: [subject, test], place: test.place } : test,
  );
  return each.length === 1 ? each[0]! : { form: 'operation', operator: '||', operands: each, place };
}

/** An assignment where a value is expected: it runs before, and gives what it assigned. */
export function assignedValue(assign: Statement, x: Translation): Expression {
  x.before(assign);
  return assign.form === 'assign'
    ? assign.target
    : { form: 'opaque', reason: 'an assignment', place: assign.place };
}
