import type { Expression } from '../../evaluate/form.ts';
import type { Translation, TypeScript } from './translation.ts';

/** A declared type as a name, where it is one: `S3Client`, `AWS.S3`, `S3Client | undefined`, `Promise<S3Client>`. */
export function typeOf(node: TypeScript.TypeNode, t: Translation): Expression | undefined {
  const { ts } = t;
  if (ts.isUnionTypeNode(node)) {
    const named = node.types.filter(
      (each) => !ts.isLiteralTypeNode(each) && each.kind !== ts.SyntaxKind.UndefinedKeyword,
    );
    return named.length === 1 ? typeOf(named[0]!, t) : undefined;
  }
  if (!ts.isTypeReferenceNode(node)) return undefined;
  return entityName(node.typeName, t);
}

function entityName(node: TypeScript.EntityName, t: Translation): Expression {
  const place = t.place(node);
  if (t.ts.isIdentifier(node)) return { form: 'reference', name: node.text, place };
  const name: Expression = { form: 'literal', value: node.right.text, place: t.place(node.right) };
  return { form: 'member', of: entityName(node.left, t), name, place };
}
