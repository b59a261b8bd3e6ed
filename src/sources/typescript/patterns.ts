import { ts } from 'ts-morph';
import type { Bind, Expression, Statement } from '../../evaluate/form.ts';
import { propertyName } from './objects.ts';
import type { Translation } from './translation.ts';

/** How a pattern's names are given their values. */
type Give = (name: ts.Node, value: Expression) => Statement[];

/** `{ a, b: { c = 1 }, ...rest } = value` as one statement a name; `give` declares or assigns it. */
export function destructure(
  pattern: ts.BindingPattern,
  value: Expression,
  give: Give,
  x: Translation,
): Statement[] {
  const taken: Expression[] = [];
  return pattern.elements.flatMap((element, at): Statement[] => {
    if (ts.isOmittedExpression(element)) return [];
    if (element.dotDotDotToken) return give(element.name, restOf(value, taken, element, x));
    const named = element.propertyName ?? element.name;
    const name = ts.isArrayBindingPattern(pattern) ? x.literal(element, String(at)) : propertyName(named, x);
    taken.push(name);
    const found: Expression = { form: 'member', of: value, name, place: x.place(element) };
    const given = withDefault(found, element.initializer, x);
    return ts.isIdentifier(element.name)
      ? give(element.name, given)
      : destructure(element.name, given, give, x);
  });
}

function withDefault(found: Expression, initializer: ts.Expression | undefined, x: Translation): Expression {
  if (!initializer) return found;
  const otherwise = x.expression(initializer);
  return { form: 'choice', nullish: true, condition: found, then: found, otherwise, place: found.place };
}

/** `...rest`: the object, without what the names before it took. */
function restOf(value: Expression, taken: Expression[], element: ts.Node, x: Translation): Expression {
  const place = x.place(element);
  if (!ts.isObjectBindingPattern(element.parent)) return x.opaque(element, 'the rest of a list');
  const without = taken.map((name) => ({ name, value: x.literal(element, null), place }));
  return { form: 'record', entries: [{ spread: value, place }, ...without], place };
}

/** The binds of a declared name or pattern. */
export function declared(
  name: ts.BindingName,
  value: Expression,
  more: Pick<Bind, 'constant' | 'exported'>,
  x: Translation,
): Statement[] {
  const give: Give = (node, given) => [
    { form: 'bind', name: x.words(node), value: given, place: x.place(node), ...more },
  ];
  return ts.isIdentifier(name) ? give(name, value) : destructure(name, value, give, x);
}

/** `({ a, b: c.d } = value)` */
export function assignPattern(pattern: ts.Expression, value: Expression, x: Translation): Statement[] {
  if (ts.isObjectLiteralExpression(pattern)) {
    return pattern.properties.flatMap((property): Statement[] => {
      if (ts.isShorthandPropertyAssignment(property)) {
        return assigned(property.name, x.member(value, property.name.text, property.name), x);
      }
      if (!ts.isPropertyAssignment(property)) return [];
      const name = propertyName(property.name, x);
      return assigned(property.initializer, { form: 'member', of: value, name, place: x.place(property) }, x);
    });
  }
  if (!ts.isArrayLiteralExpression(pattern)) return [];
  return pattern.elements.flatMap((element, at) =>
    ts.isOmittedExpression(element) ? [] : assigned(element, x.member(value, String(at), element), x),
  );
}

function assigned(target: ts.Expression, value: Expression, x: Translation): Statement[] {
  if (ts.isBinaryExpression(target) && target.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return assigned(target.left, withDefault(value, target.right, x), x);
  }
  if (ts.isObjectLiteralExpression(target) || ts.isArrayLiteralExpression(target)) {
    return assignPattern(target, value, x);
  }
  const place = x.place(target);
  return [{ form: 'assign', target: x.expression(target), operator: '=', value, place }];
}
