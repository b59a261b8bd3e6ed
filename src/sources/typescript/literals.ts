import type { Entry, Expression, ListExpression, RecordExpression, Spread } from '../../evaluate/form.ts';
import { expression } from './expressions.ts';
import { functionForm } from './functions.ts';
import type { Node, Translation, TypeScript } from './translation.ts';

export function recordOf(node: TypeScript.ObjectLiteralExpression, t: Translation): RecordExpression {
  const entries = node.properties.flatMap((property) => entryOf(property, t));
  return { form: 'record', entries, place: t.place(node) };
}

function entryOf(node: TypeScript.ObjectLiteralElementLike, t: Translation): (Entry | Spread)[] {
  const { ts } = t;
  const place = t.place(node);
  if (ts.isSpreadAssignment(node)) return [{ spread: expression(node.expression, t), place }];
  if (ts.isPropertyAssignment(node)) {
    return [{ name: nameOf(node.name, t), value: expression(node.initializer, t), place }];
  }
  if (ts.isShorthandPropertyAssignment(node)) {
    return [{ name: nameOf(node.name, t), value: expression(node.name, t), place }];
  }
  if (ts.isSetAccessorDeclaration(node)) return [];
  const form = functionForm(node, t);
  const entry: Entry = {
    name: nameOf(node.name, t),
    value: { form: 'lambda', function: form, place },
    place,
  };
  return [ts.isGetAccessorDeclaration(node) ? { ...entry, getter: true } : entry];
}

/** A property's name: an identifier, a literal, or a computed expression. */
export function nameOf(node: TypeScript.PropertyName | TypeScript.BindingName, t: Translation): Expression {
  const { ts } = t;
  if (ts.isComputedPropertyName(node)) return expression(node.expression, t);
  if (ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) {
    return { form: 'literal', value: node.text, place: t.place(node) };
  }
  if (ts.isPrivateIdentifier(node)) return { form: 'literal', value: node.text, place: t.place(node) };
  return t.opaque(node, 'a name that is not written out');
}

export function listOf(node: TypeScript.ArrayLiteralExpression, t: Translation): ListExpression {
  const { ts } = t;
  const items = node.elements.map((element: Node) =>
    ts.isSpreadElement(element)
      ? { spread: expression(element.expression, t), place: t.place(element) }
      : expression(element, t),
  );
  return { form: 'list', items, place: t.place(node) };
}
