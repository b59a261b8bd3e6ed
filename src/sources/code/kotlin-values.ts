import type { Argument, Expression, Statement } from '../../evaluate/form.ts';
import {
  allOfType,
  child,
  childrenOf,
  named,
  ofType,
  type ToExpression,
  type ToStatements,
  type Translation,
} from './adapter.ts';
import { type Arm, leaves } from './braces.ts';
import type { Node } from './grammar.ts';
import { literal } from './shapes.ts';
import { perhaps } from './steps.ts';

/** The statements of a function's or lambda's body whose last one is its value. */
export function returning(nodes: Node[], x: Translation): Statement[] {
  const last = nodes.at(-1);
  if (!last) return [];
  return [...nodes.slice(0, -1).flatMap((each) => x.statement(each)), ...x.together(() => returned(last, x))];
}

function returned(node: Node, x: Translation): Statement[] {
  const place = x.place(node);
  if (node.type === 'if_expression' && branches(node).otherwise) {
    const { then, otherwise } = branches(node);
    return [
      {
        form: 'branch',
        condition: x.expression(child(node, 'condition'), node),
        then: returning(bodyNodes(then), x),
        otherwise: returning(bodyNodes(otherwise), x),
        place,
      },
    ];
  }
  if (node.type === 'when_expression') return [switchOf(node, x, (body) => returning(bodyNodes(body), x))];
  if (node.type === 'try_expression') return [tryOf(node, x, (body) => returning(named(body), x))];
  if (node.type === 'call_expression')
    return [guarded(node, x, (value) => ({ form: 'return', value, place }))];
  if (x.adapter.statements[node.type] || !x.adapter.expressions[node.type]) return x.statement(node);
  return [{ form: 'return', value: x.expression(node), place }];
}

export function functionBody(body: Node | undefined, x: Translation): Statement[] {
  if (!body) return [];
  if (body.type === 'block') return x.statements(body);
  const inner = named(body)[0];
  if (inner?.type === 'block') return x.statements(inner);
  return inner ? returning([inner], x) : [];
}

/** What stands before and after `else`. */
export function branches(node: Node): { then?: Node; otherwise?: Node } {
  const at = node.children.findIndex((each) => each.type === 'else');
  const isBody = (each: Node) => each.named && each.field !== 'condition';
  const before = at === -1 ? node.children : node.children.slice(0, at);
  return {
    then: before.find(isBody),
    otherwise: at === -1 ? undefined : node.children.slice(at).find(isBody),
  };
}

function bodyNodes(body: Node | undefined): Node[] {
  if (!body) return [];
  return body.type === 'block' ? named(body) : [body];
}

export const run = (body: Node | undefined, x: Translation): Statement[] =>
  bodyNodes(body).flatMap((each) => x.statement(each));

/** A body as what runs before its last expression, and the value of that. */
export function arm(body: Node | undefined, tests: Expression[], x: Translation): Arm {
  const nodes = bodyNodes(body);
  const last = nodes.at(-1);
  if (!last || leaves(last)) return { tests, body: nodes.flatMap((each) => x.statement(each)) };
  return { tests, body: nodes.slice(0, -1).flatMap((each) => x.statement(each)), value: x.expression(last) };
}

export function subjectOf(node: Node, x: Translation): Expression | undefined {
  const subject = ofType(node, 'when_subject');
  const given = subject && named(subject).at(-1);
  const variable = subject && ofType(subject, 'variable_declaration');
  if (!given) return undefined;
  const value = x.expression(given);
  if (variable)
    x.before({ form: 'bind', name: x.words(named(variable)[0] ?? variable), value, place: x.place(subject) });
  return value;
}

export function entryBody(entry: Node): Node | undefined {
  return named(entry).find((each) => each.field !== 'condition');
}

export function testsOf(entry: Node, x: Translation): Expression[] {
  return childrenOf(entry, 'condition').map((each) =>
    each.type.endsWith('_test') ? x.opaque(each, 'this test is not followed') : x.expression(each),
  );
}

export function switchOf(
  node: Node,
  x: Translation,
  bodyOf: (body: Node | undefined) => Statement[],
): Statement {
  const subject = subjectOf(node, x);
  const cases = allOfType(node, 'when_entry').map((each) => ({
    tests: testsOf(each, x),
    body: bodyOf(entryBody(each)),
  }));
  return { form: 'switch', ...(subject && { subject }), cases, place: x.place(node) };
}

export function tryOf(node: Node, x: Translation, bodyOf: (body: Node) => Statement[]): Statement {
  const part = (of: Node | undefined): Statement[] => {
    const body = of && (of.type === 'block' ? of : ofType(of, 'block'));
    return body ? bodyOf(body) : [];
  };
  const caught = allOfType(node, 'catch_block').map((each) =>
    perhaps(part(each), x.place(each), 'an exception may be thrown'),
  );
  const last = allOfType(node, 'finally_block').flatMap((each) => x.statements(ofType(each, 'block')));
  return { form: 'block', body: [...caught, ...part(ofType(node, 'block')), ...last], place: x.place(node) };
}

/** `a?.let { … }`: what the block does is done only where `a` is something. */
function guarded(node: Node, x: Translation, make: (value: Expression) => Statement): Statement {
  const [callee] = named(node);
  const subject = callee?.type === 'navigation_expression' ? named(callee)[0] : undefined;
  const isSafe = callee?.children.some((each) => x.words(each) === '?.') && ofType(node, 'annotated_lambda');
  if (!subject || !isSafe) return make(call(node, x));
  const place = x.place(node);
  const none: Expression = literal(null, { ...place, start: place.end });
  const condition: Expression = {
    form: 'operation',
    operator: '!=',
    operands: [x.expression(subject), none],
    place: x.place(subject),
  };
  return { form: 'branch', condition, then: [make(call(node, x))], otherwise: [make(none)], place };
}

export const callStatement: ToStatements = (node, x) =>
  guarded(node, x, (expression) => ({ form: 'run', expression, place: x.place(node) }));

/** `f(a) { … }`: one call whose last argument is the lambda. */
export const call: ToExpression = (node, x) => {
  const trailing = ofType(node, 'annotated_lambda');
  const [callee] = named(node);
  const place = x.place(node);
  const list = ofType(node, 'value_arguments');
  if (!trailing || !callee) return simpleCall(callee, x.args(list), node, x);
  const lambda = ofType(trailing, 'lambda_literal');
  const inner =
    callee.type === 'call_expression' && !list && ofType(callee, 'value_arguments') ? callee : undefined;
  const called = inner ? named(inner)[0]! : callee;
  const args = x.args(inner ? ofType(inner, 'value_arguments') : list);
  const value = lambda ? lambdaOf(lambda, x, called) : x.opaque(trailing, 'half-written');
  const [subject] = args;
  if (x.words(called) === 'with' && subject) {
    const run: Expression = literal('run', x.place(called));
    return {
      form: 'call',
      callee: { form: 'member', of: subject.value, name: run, place: x.place(called) },
      args: [{ value, place: x.place(trailing) }],
      place,
    };
  }
  return {
    form: 'call',
    callee: x.expression(called),
    args: [...args, { value, place: x.place(trailing) }],
    place,
  };
};

/** `mapOf(a to b)` is a record. */
function simpleCall(callee: Node | undefined, args: Argument[], node: Node, x: Translation): Expression {
  const place = x.place(node);
  const words = callee ? x.words(callee) : '';
  const pairs = args.flatMap((arg) =>
    arg.value.form === 'list' && arg.value.items.length === 2 ? [arg.value] : [],
  );
  if (/^(mutable|linked|hash)?[mM]apOf$/.test(words) && pairs.length === args.length) {
    const entries = pairs.map(({ items: [key, value], place: at }) => ({
      name: key as Expression,
      value: value as Expression,
      place: at,
    }));
    return { form: 'record', entries, place };
  }
  if (/^(mutable|array)?[lL]ist(Of)?$|^listOf$/.test(words)) {
    return {
      form: 'list',
      items: args.map((arg) => (arg.spread ? { spread: arg.value, place: arg.place } : arg.value)),
      place,
    };
  }
  return { form: 'call', callee: x.expression(callee, node), args, place };
}

/** Functions whose lambda has no receiver, but one argument or none. */
const withoutReceiver =
  /^(let|also|use|forEach|forEachIndexed|map|mapNotNull|flatMap|filter|takeIf|takeUnless|onEach|any|all|none|first|firstOrNull|find|associate\w*|groupBy|sortedBy|fold|getOrElse|getOrPut|computeIfAbsent|runCatching|lazy|repeat|onSuccess|onFailure|recover)$/;

/** Whether `it` is said in a lambda itself; `T { … }` inside it has a receiver, and no `it` of its own. */
function usesIt(node: Node, x: Translation): boolean {
  return named(node).some((each) => {
    if (each.type === 'identifier') return x.words(each) === 'it';
    if (each.type !== 'call_expression' || !ofType(each, 'annotated_lambda')) return usesIt(each, x);
    const inner = named(each).filter((part) => part.type !== 'annotated_lambda');
    const callee = inner[0] ? (x.words(inner[0]).split('(')[0]!.split('.').at(-1) ?? '') : '';
    return (
      inner.some((part) => usesIt(part, x) || x.words(part) === 'it') ||
      (/^[A-Z]/.test(callee) && usesIt(each, x))
    );
  });
}

export function lambdaOf(node: Node, x: Translation, callee?: Node): Expression {
  const list = ofType(node, 'lambda_parameters');
  const place = x.place(node);
  const params = (list ? named(list) : []).map((each) => {
    const type = ofType(each, 'user_type');
    return {
      name: x.words(ofType(each, 'identifier') ?? each),
      ...(type && { type: x.expression(type) }),
      place: x.place(each),
    };
  });
  const body = returning(
    named(node).filter((each) => each !== list),
    x,
  );
  const called = callee ? x.words(named(callee).at(-1) ?? callee) : '';
  const takesIt = usesIt(node, x);
  const receiver = !list && !takesIt && callee !== undefined && !withoutReceiver.test(called);
  const given = list || receiver ? params : [{ name: 'it', place: { ...place, end: place.start } }];
  return { form: 'lambda', function: { params: given, body, ...(receiver && { receiver }), place }, place };
}
