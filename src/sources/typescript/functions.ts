import type { Bind, Expression, FunctionForm, Lambda, Parameter, Statement } from '../../evaluate/form.ts';
import { expression } from './expressions.ts';
import { nameOf } from './literals.ts';
import { block } from './statements.ts';
import type { Node, Translation, TypeScript } from './translation.ts';
import { typeOf } from './types.ts';

export function lambdaOf(
  node: TypeScript.ArrowFunction | TypeScript.FunctionExpression,
  t: Translation,
): Lambda {
  return { form: 'lambda', function: functionForm(node, t), place: t.place(node) };
}

/** Any function, method, accessor or constructor. */
export function functionForm(node: Node & TypeScript.SignatureDeclarationBase, t: Translation): FunctionForm {
  const { ts } = t;
  const taken = (node.parameters ?? []).map((parameter) => parameterOf(parameter, t));
  const { body } = node as { body?: Node };
  const own = body === undefined ? [] : bodyOf(body, t);
  const name = (node as { name?: TypeScript.PropertyName }).name;
  return {
    ...(name && { name: t.words(name).replace(/^['"]|['"]$/g, '') }),
    params: taken.map((each) => each.parameter),
    body: [...taken.flatMap((each) => each.binds), ...own],
    ...(hasStatic(node, t) && { isStatic: true }),
    ...(ts.isConstructorDeclaration(node) && { isConstructor: true, name: 'constructor' }),
    ...(ts.isGetAccessorDeclaration(node) && { isGetter: true }),
    place: t.place(node),
  };
}

function hasStatic(node: Node, t: Translation): boolean {
  return (
    t.ts.canHaveModifiers(node) &&
    (t.ts.getModifiers(node) ?? []).some((each) => each.kind === t.ts.SyntaxKind.StaticKeyword)
  );
}

function bodyOf(node: Node, t: Translation): Statement[] {
  if (t.ts.isBlock(node)) return block(node.statements, t);
  return [{ form: 'return', value: expression(node, t), place: t.place(node) }];
}

function parameterOf(
  node: TypeScript.ParameterDeclaration,
  t: Translation,
): { parameter: Parameter; binds: Statement[] } {
  const { ts } = t;
  const place = t.place(node.name);
  const name = ts.isIdentifier(node.name) ? node.name.text : `(${node.name.pos})`;
  const parameter: Parameter = {
    name,
    ...(node.type && { type: typeOf(node.type, t) }),
    ...(node.initializer && { default: expression(node.initializer, t) }),
    ...(node.dotDotDotToken && { rest: 'list' as const }),
    place,
  };
  const from: Expression = { form: 'reference', name, place };
  const binds = ts.isIdentifier(node.name) ? [] : destructured(node.name, from, t);
  return { parameter, binds: [...binds, ...parameterProperty(node, name, t)] };
}

/** `constructor(private readonly client: S3Client)` sets the field too. */
function parameterProperty(node: TypeScript.ParameterDeclaration, name: string, t: Translation): Statement[] {
  if (!t.ts.isParameterPropertyDeclaration(node, node.parent)) return [];
  const place = t.place(node.name);
  const of: Expression = { form: 'reference', name: 'this', place };
  const target: Expression = { form: 'member', of, name: { form: 'literal', value: name, place }, place };
  return [{ form: 'assign', target, operator: '=', value: { form: 'reference', name, place }, place }];
}

/** `const { a, b: { c }, ...rest } = from`: one `bind` a name. */
export function destructured(
  node: TypeScript.BindingPattern,
  from: Expression,
  t: Translation,
  more: Partial<Bind> = {},
): Statement[] {
  const { ts } = t;
  return node.elements.flatMap((element, at): Statement[] => {
    if (ts.isOmittedExpression(element)) return [];
    const place = t.place(element);
    const value = element.dotDotDotToken ? from : withDefault(partOf(element, at, from, node, t), element, t);
    if (!ts.isIdentifier(element.name)) return destructured(element.name, value, t, more);
    return [{ form: 'bind', name: element.name.text, value, place, ...more }];
  });
}

function partOf(
  element: TypeScript.BindingElement,
  at: number,
  of: Expression,
  pattern: TypeScript.BindingPattern,
  t: Translation,
): Expression {
  const place = t.place(element);
  const name: Expression = t.ts.isArrayBindingPattern(pattern)
    ? { form: 'literal', value: at, place }
    : nameOf(element.propertyName ?? element.name, t);
  return { form: 'member', of, name, place };
}

function withDefault(value: Expression, element: TypeScript.BindingElement, t: Translation): Expression {
  if (!element.initializer) return value;
  const otherwise = expression(element.initializer, t);
  return { form: 'choice', condition: value, then: value, otherwise, place: t.place(element) };
}
