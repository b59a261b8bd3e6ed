import type { Argument, Assign, Expression, Statement } from '../../evaluate/form.ts';
import { allOfType, child, named, ofType, type ToExpression, type Translation } from './adapter.ts';
import { type Arm, functionBody, leaves, switchValue } from './braces.ts';
import { parameters } from './csharp-classes.ts';
import { creation, initialiser } from './csharp-objects.ts';
import type { Node } from './grammar.ts';
import { binary, literal, name, wordsOf } from './shapes.ts';
import { textOf } from './text.ts';

/** `a.B`, also with type arguments. */
export const access =
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
export const conditionalAccess: ToExpression = (node, x) => {
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

export const elementAccess: ToExpression = (node, x) => {
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
export const invocation: ToExpression = (node, x) => {
  const callee = child(node, 'function');
  const list = child(node, 'arguments');
  const words = callee ? x.words(callee) : '';
  if (words === 'nameof' && list)
    return literal(x.words(list).replace(/^\(.*?(\w+)\)$/s, '$1'), x.place(node));
  const called = callee && child(callee, 'name');
  if (called && x.words(called) === 'ConfigureAwait') return x.expression(child(callee, 'expression'), node);
  return { form: 'call', callee: x.expression(callee, node), args: x.args(list), place: x.place(node) };
};

export function argument(node: Node, x: Translation): Argument {
  const label = child(node, 'name');
  const given = named(node).find((each) => each !== label);
  const value = given ? creation(given, undefined, x) : x.opaque(node, 'half-written');
  return { ...(label && { name: x.words(label), namePlace: x.place(label) }), value, place: x.place(node) };
}

export const verbatim: ToExpression = (node, x) =>
  literal(x.words(node).slice(2, -1).replaceAll('""', '"'), x.place(node));

export const rawString: ToExpression = (node, x) => {
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

export const interpolated: ToExpression = (node, x) => {
  const start = ofType(node, 'interpolation_start');
  const asIs = start && /@|\$\$/.test(x.words(start));
  const piece = asIs ? (words: string) => words.replaceAll('""', '"') : undefined;
  const parts = { ...node, children: node.children.map(withoutBraces) };
  return textOf(parts, x, ['string_content', 'escape_sequence'], ['interpolation'], piece);
};

function withoutBraces(node: Node): Node {
  return { ...node, children: node.children.filter((each) => each.type !== 'interpolation_brace') };
}

export function assign(node: Node, x: Translation): Assign {
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
export const operation: ToExpression = (node, x) =>
  leaves(child(node, 'right')) ? x.expression(child(node, 'left'), node) : binary()(node, x);

export const isPattern: ToExpression = (node, x) => {
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
export function tests(pattern: Node | undefined, x: Translation): Expression[] {
  if (!pattern || pattern.type === 'discard') return [];
  if (pattern.type === 'constant_pattern') return [x.expression(named(pattern)[0], pattern)];
  if (pattern.type === 'or_pattern')
    return named(pattern)
      .filter((each) => each.field !== 'operator')
      .flatMap((each) => tests(each, x));
  return [{ form: 'opaque', reason: 'this pattern is not followed', place: x.place(pattern) }];
}

export const switchExpression: ToExpression = (node, x) => {
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

export const outVariable: ToExpression = (node, x) => {
  const variable = child(node, 'name');
  if (!variable) return x.opaque(node, 'half-written');
  const place = x.place(variable);
  const value: Expression = { form: 'opaque', reason: 'an `out` argument', place };
  x.before({ form: 'bind', name: x.words(variable), value, place });
  return name(variable, x);
};

export const initialised = (node: Node, x: Translation): Expression => {
  const given = ofType(node, 'initializer_expression');
  return given ? initialiser(given, x) : x.opaque(node, 'a new array');
};

export const throwing: ToExpression = (node, x) => x.opaque(node, 'an exception');

export const anonymousMethod: ToExpression = (node, x) => {
  const place = x.place(node);
  const body: Statement[] = functionBody(ofType(node, 'block'), x);
  return {
    form: 'lambda',
    function: { params: parameters(child(node, 'parameters'), x), body, place },
    place,
  };
};
