import { ts } from 'ts-morph';
import type { Entry, Expression, Spread } from '../../evaluate/form.ts';
import { functionForm } from './functions.ts';
import type { Translation } from './translation.ts';

export function objectLiteral(node: ts.ObjectLiteralExpression, x: Translation): Expression {
  const entries = node.properties.flatMap((property): (Entry | Spread)[] => {
    const place = x.place(property);
    if (ts.isSpreadAssignment(property)) return [{ spread: x.expression(property.expression), place }];
    if (ts.isSetAccessorDeclaration(property)) return [];
    if (ts.isShorthandPropertyAssignment(property)) {
      const name = x.literal(property.name, property.name.text);
      return [{ name, value: x.expression(property.name), place: x.place(property.name) }];
    }
    const name = propertyName(property.name, x);
    if (ts.isPropertyAssignment(property)) {
      return [{ name, value: x.expression(property.initializer), place }];
    }
    const value: Expression = { form: 'lambda', function: functionForm(property, x), place };
    return [{ name, value, place, ...(ts.isGetAccessorDeclaration(property) && { getter: true as const }) }];
  });
  return { form: 'record', entries, place: x.place(node) };
}

export function propertyName(name: ts.PropertyName | ts.BindingName, x: Translation): Expression {
  if (ts.isComputedPropertyName(name)) return x.expression(name.expression);
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) {
    return x.literal(name, name.text);
  }
  return ts.isPrivateIdentifier(name) ? x.literal(name, name.text) : x.opaque(name, 'half-written');
}

export function arrayLiteral(node: ts.ArrayLiteralExpression, x: Translation): Expression {
  const items = node.elements.map((element): Expression | Spread => {
    if (ts.isSpreadElement(element))
      return { spread: x.expression(element.expression), place: x.place(element) };
    return ts.isOmittedExpression(element) ? x.literal(element, null) : x.expression(element);
  });
  return { form: 'list', items, place: x.place(node) };
}
