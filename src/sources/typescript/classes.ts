import type { Bind, ClassStatement, Expression } from '../../evaluate/form.ts';
import { expression } from './expressions.ts';
import { functionForm } from './functions.ts';
import type { Node, Translation, TypeScript } from './translation.ts';
import { typeOf } from './types.ts';

export function classOf(
  node: TypeScript.ClassLikeDeclaration,
  t: Translation,
  exported: boolean,
): ClassStatement {
  const { ts } = t;
  const bases = (node.heritageClauses ?? [])
    .filter((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)
    .flatMap((clause) => clause.types.map((type) => expression(type.expression, t)));
  const callables = node.members.filter(
    (member) =>
      ts.isMethodDeclaration(member) ||
      ts.isConstructorDeclaration(member) ||
      ts.isGetAccessorDeclaration(member),
  );
  return {
    form: 'class',
    name: node.name?.text ?? 'default',
    bases,
    fields: node.members
      .filter((member) => ts.isPropertyDeclaration(member))
      .map((member) => fieldOf(member, t)),
    methods: callables.filter((member) => member.body).map((member) => functionForm(member, t)),
    body: [],
    exported,
    place: t.place(node),
  };
}

function fieldOf(node: TypeScript.PropertyDeclaration, t: Translation): Bind & { isStatic?: boolean } {
  const isStatic = modifiers(node, t).some((each) => each.kind === t.ts.SyntaxKind.StaticKeyword);
  return {
    form: 'bind',
    name: t.words(node.name).replace(/^['"]|['"]$/g, ''),
    ...(node.initializer && { value: expression(node.initializer, t) }),
    ...(node.type && { type: typeOf(node.type, t) }),
    ...(isStatic && { isStatic }),
    place: t.place(node),
  };
}

function modifiers(node: Node, t: Translation): readonly Node[] {
  return t.ts.canHaveModifiers(node) ? (t.ts.getModifiers(node) ?? []) : [];
}

/** An enum is a class whose members are its own fields. */
export function enumOf(node: TypeScript.EnumDeclaration, t: Translation, exported: boolean): ClassStatement {
  const fields = node.members.map((member, at): Bind & { isStatic: true } => {
    const place = t.place(member);
    const value: Expression = member.initializer
      ? expression(member.initializer, t)
      : { form: 'literal', value: at, place };
    const name = t.words(member.name).replace(/^['"]|['"]$/g, '');
    return { form: 'bind', name, value, isStatic: true, constant: true, place };
  });
  const { text: name } = node.name;
  return { form: 'class', name, bases: [], fields, methods: [], body: [], exported, place: t.place(node) };
}
