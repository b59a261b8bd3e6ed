import type { Argument, Expression, Literal, Reference, Statement } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import type { Scalar } from '../../model/value.ts';
import { child, childrenOf, named, type ToArgument, type ToExpression, type Translation } from './adapter.ts';
import type { Node } from './grammar.ts';

/** Ready-made translations, told by the fields of the grammar. Without a field: the first rule inside. */

export function part(node: Node, field?: string): Node | undefined {
  return field ? child(node, field) : named(node)[0];
}

/** Says what its part says: brackets, `await`, `?`. */
export const through =
  (field?: string): ToExpression =>
  (node, x) =>
    x.expression(part(node, field), node);

export const opaque =
  (reason: string): ToExpression =>
  (node, x) =>
    x.opaque(node, reason);

export function literal(value: Scalar, place: Place): Literal {
  return { form: 'literal', value, place };
}

export const constant =
  (value: Scalar): ToExpression =>
  (node, x) =>
    literal(value, x.place(node));

/** `0x1F`, `1_000`, `10L`, `1.5f32`. */
export const number: ToExpression = (node, x) => {
  const words = x.words(node).replaceAll('_', '');
  const value = Number(/^0[xob]/i.test(words) ? words : words.replace(/[a-z]\w*$/i, ''));
  return Number.isNaN(value) ? x.opaque(node, 'a number') : literal(value, x.place(node));
};

export const reference: ToExpression = (node, x) => name(node, x);

export function name(node: Node, x: Translation, as = x.words(node)): Reference {
  return { form: 'reference', name: as, place: x.place(node) };
}

/** The words of a node as a constant text: the name of a member or entry. */
export function wordsOf(node: Node, x: Translation, as = x.words(node)): Literal {
  return literal(as, x.place(node));
}

/** `a.b`, `a::b`. */
export const member =
  (of: string, nameField: string): ToExpression =>
  (node, x) => {
    const last = child(node, nameField);
    return {
      form: 'member',
      of: x.expression(child(node, of), node),
      name: last ? wordsOf(last, x) : x.opaque(node, 'half-written'),
      place: x.place(node),
    };
  };

/** `a[k]`. */
export const index =
  (of?: string, key?: string): ToExpression =>
  (node, x) => ({
    form: 'member',
    of: x.expression(of ? child(node, of) : named(node)[0], node),
    name: x.expression(key ? child(node, key) : named(node)[1], node),
    place: x.place(node),
  });

/** `c ? a : b`. */
export const conditional =
  (condition: string, then: string, otherwise: string): ToExpression =>
  (node, x) => ({
    form: 'choice',
    condition: x.expression(child(node, condition), node),
    then: x.expression(child(node, then), node),
    otherwise: x.expression(child(node, otherwise), node),
    place: x.place(node),
  });

const spelling: Record<string, string> = {
  and: '&&',
  or: '||',
  not: '!',
  is: '==',
  'is not': '!=',
  '<>': '!=',
  'not in': '!in',
  '?:': '??',
};

/** `a || b`, `a == b`, `a + b`; concatenation where a text is joined. */
export const binary =
  (left = 'left', operator = 'operator', right = 'right'): ToExpression =>
  (node, x) => {
    const sign = child(node, operator) ?? node.children.find((each) => !each.named);
    const a = x.expression(child(node, left), node);
    const b = x.expression(child(node, right), node);
    return operation(sign ? x.words(sign) : '', a, b, x.place(node));
  };

/** Two operands and what stands between them, in any language's spelling. */
export function operation(sign: string, a: Expression, b: Expression, place: Place): Expression {
  const operator = spelling[sign] ?? sign;
  if (operator === '||' || operator === '??')
    return { form: 'choice', condition: a, then: a, otherwise: b, place };
  if (operator === '&&') return { form: 'choice', condition: a, then: b, otherwise: a, place };
  if (operator === '.' || (operator === '+' && (isText(a) || isText(b)))) {
    return { form: 'template', parts: [a, b], place };
  }
  return { form: 'operation', operator, operands: [a, b], place };
}

function isText(expression: Expression): boolean {
  return (
    expression.form === 'template' || (expression.form === 'literal' && typeof expression.value === 'string')
  );
}

/** `!a`, `not a`; of other signs the operand's value is not what comes out. */
export const unary =
  (operand?: string): ToExpression =>
  (node, x) => {
    const sign = node.children.find((each) => !each.named);
    const inner = x.expression(operand ? child(node, operand) : named(node).at(-1), node);
    const operator = sign ? (spelling[x.words(sign)] ?? x.words(sign)) : '';
    const place = x.place(node);
    if (operator === '-' && inner.form === 'literal' && typeof inner.value === 'number') {
      return literal(-inner.value, place);
    }
    return { form: 'operation', operator, operands: [inner], place };
  };

/** A call; arguments as the adapter's `arguments` read them. */
export const call =
  (callee: string, args: string): ToExpression =>
  (node, x) => ({
    form: 'call',
    callee: x.expression(child(node, callee), node),
    args: childrenOf(node, args).flatMap((each) => x.args(each)),
    place: x.place(node),
  });

/** `name=value`, `name: value`. */
export const keyword =
  (nameField: string, valueField: string): ToArgument =>
  (node, x) => {
    const label = child(node, nameField);
    const value = x.expression(child(node, valueField), node);
    if (!label) return { value, place: x.place(node) };
    return { name: x.words(label), namePlace: x.place(label), value, place: x.place(node) };
  };

/** `*args`, `**kwargs`, `...args`. */
export const spread =
  (of: 'list' | 'record', field?: string): ToArgument =>
  (node, x) => ({ value: x.expression(part(node, field), node), spread: of, place: x.place(node) });

/** `[a, *b]`: of the argument forms, those without a name. */
export const list: ToExpression = (node, x) => ({
  form: 'list',
  items: x
    .args(node)
    .map((each: Argument) => (each.spread ? { spread: each.value, place: each.place } : each.value)),
  place: x.place(node),
});

/** A call of a function without a name: statements where an expression stands. */
export function runsNow(body: Statement[], place: Place): Expression {
  return {
    form: 'call',
    callee: { form: 'lambda', function: { params: [], body, place }, place },
    args: [],
    place,
  };
}
