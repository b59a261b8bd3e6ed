import { ts } from 'ts-morph';
import type { Expression } from '../../evaluate/form.ts';
import type { Translation } from './translation.ts';

/** A type as an expression, where it names a class of this file or something that is imported. */
export function typeOf(type: ts.TypeNode | undefined, x: Translation): Expression | undefined {
  if (!type) return undefined;
  if (ts.isUnionTypeNode(type)) {
    const named = type.types.filter((each) => ts.isTypeReferenceNode(each));
    return named.length === 1 ? typeOf(named[0], x) : undefined;
  }
  if (!ts.isTypeReferenceNode(type) || type.typeArguments) return undefined;
  return entityName(type.typeName, x);
}

function entityName(name: ts.EntityName, x: Translation): Expression | undefined {
  if (ts.isIdentifier(name)) return x.types.has(name.text) ? x.reference(name, name.text) : undefined;
  const of = entityName(name.left, x);
  return of && { form: 'member', of, name: x.literal(name.right, name.right.text), place: x.place(name) };
}
