import { ts } from 'ts-morph';
import type { Expression } from '../../evaluate/form.ts';
import { assignment, isAssignment, update } from './assignments.ts';
import { call, construct, taggedTemplate } from './calls.ts';
import { classExpression } from './classes.ts';
import { lambda } from './functions.ts';
import { on, type ToExpression } from './kinds.ts';
import { arrayLiteral, objectLiteral } from './objects.ts';
import { concatenation, template } from './text.ts';
import { type Translation, wholeExport } from './translation.ts';

const K = ts.SyntaxKind;

/** What each kind of expression says in the form; what is not named here cannot be followed. */
export const expressions = new Map<ts.SyntaxKind, ToExpression>([
  ...on<ts.Identifier, Expression>(K.Identifier, identifier),
  ...on<ts.Node, Expression>([K.ThisKeyword, K.SuperKeyword], (node, x) => x.reference(node, 'this')),
  ...on<ts.StringLiteralLike, Expression>([K.StringLiteral, K.NoSubstitutionTemplateLiteral], (node, x) =>
    x.literal(node, node.text),
  ),
  ...on<ts.NumericLiteral, Expression>(K.NumericLiteral, (node, x) => x.literal(node, Number(node.text))),
  ...on<ts.Node, Expression>(K.TrueKeyword, (node, x) => x.literal(node, true)),
  ...on<ts.Node, Expression>(K.FalseKeyword, (node, x) => x.literal(node, false)),
  ...on<ts.Node, Expression>(K.NullKeyword, (node, x) => x.literal(node, null)),
  ...on<ts.VoidExpression, Expression>(K.VoidExpression, (node, x) => x.literal(node, null)),
  ...on<ts.ParenthesizedExpression, Expression>(
    [
      K.ParenthesizedExpression,
      K.AwaitExpression,
      K.AsExpression,
      K.SatisfiesExpression,
      K.NonNullExpression,
      K.TypeAssertionExpression,
      K.ExpressionWithTypeArguments,
    ] as ts.SyntaxKind.ParenthesizedExpression[],
    (node, x) => x.expression(node.expression),
  ),
  ...on<ts.ObjectLiteralExpression, Expression>(K.ObjectLiteralExpression, objectLiteral),
  ...on<ts.ArrayLiteralExpression, Expression>(K.ArrayLiteralExpression, arrayLiteral),
  ...on<ts.PropertyAccessExpression, Expression>(K.PropertyAccessExpression, propertyAccess),
  ...on<ts.ElementAccessExpression, Expression>(K.ElementAccessExpression, elementAccess),
  ...on<ts.CallExpression, Expression>(K.CallExpression, call),
  ...on<ts.NewExpression, Expression>(K.NewExpression, construct),
  ...on<ts.TaggedTemplateExpression, Expression>(K.TaggedTemplateExpression, taggedTemplate),
  ...on<ts.TemplateExpression, Expression>(K.TemplateExpression, template),
  ...on<ts.ConditionalExpression, Expression>(K.ConditionalExpression, conditional),
  ...on<ts.BinaryExpression, Expression>(K.BinaryExpression, binary),
  ...on<ts.PrefixUnaryExpression, Expression>(K.PrefixUnaryExpression, prefix),
  ...on<ts.PostfixUnaryExpression, Expression>(K.PostfixUnaryExpression, update),
  ...on<ts.TypeOfExpression, Expression>(K.TypeOfExpression, (node, x) => ({
    form: 'operation',
    operator: 'typeof',
    operands: [x.expression(node.expression)],
    place: x.place(node),
  })),
  ...on<ts.ArrowFunction | ts.FunctionExpression, Expression>(
    [K.ArrowFunction, K.FunctionExpression],
    lambda,
  ),
  ...on<ts.ClassExpression, Expression>(K.ClassExpression, classExpression),
  ...on<ts.DeleteExpression, Expression>(K.DeleteExpression, removal),
  ...on<ts.YieldExpression, Expression>(K.YieldExpression, (node, x) =>
    x.opaque(
      node,
      'what is handed in at a `yield` cannot be known',
      node.expression ? [node.expression] : [],
    ),
  ),
  ...on<ts.Node, Expression>([K.JsxElement, K.JsxFragment, K.JsxSelfClosingElement], (node, x) =>
    x.opaque(node, 'an element of a page', expressionsInside(node)),
  ),
]);

function identifier(node: ts.Identifier, x: Translation): Expression {
  if (node.text === 'undefined') return x.literal(node, null);
  if (node.text === '') return x.opaque(node, 'half-written');
  if (node.text !== 'exports') return x.reference(node, node.text);
  x.usesModuleExports = true;
  return x.reference(node, wholeExport);
}

function propertyAccess(node: ts.PropertyAccessExpression, x: Translation): Expression {
  const name = node.name.text;
  if (ts.isIdentifier(node.expression)) {
    if (node.expression.text === 'module' && name === 'exports') {
      x.usesModuleExports = true;
      return x.reference(node, wholeExport);
    }
    if (name === 'default' && x.outside.has(node.expression.text)) return x.expression(node.expression);
  }
  const of = x.expression(node.expression);
  return {
    form: 'member',
    of,
    name: name === '' ? x.opaque(node.name, 'half-written') : x.literal(node.name, name),
    place: x.place(node),
  };
}

function elementAccess(node: ts.ElementAccessExpression, x: Translation): Expression {
  const of = x.expression(node.expression);
  return { form: 'member', of, name: x.expression(node.argumentExpression), place: x.place(node) };
}

function conditional(node: ts.ConditionalExpression, x: Translation): Expression {
  const condition = x.expression(node.condition);
  const then = x.reached(node.whenTrue, condition, true);
  const otherwise = x.reached(node.whenFalse, condition, false);
  return { form: 'choice', condition, then, otherwise, place: x.place(node) };
}

function binary(node: ts.BinaryExpression, x: Translation): Expression {
  const operator = node.operatorToken.kind;
  if (isAssignment(node)) return assignment(node, x);
  if (operator === K.CommaToken) return sequence(node, x);
  if (operator === K.PlusToken) return concatenation(node, x);
  const left = x.expression(node.left);
  const place = x.place(node);
  if (operator === K.BarBarToken || operator === K.QuestionQuestionToken) {
    const otherwise = x.reached(node.right, left, false);
    const nullish = operator === K.QuestionQuestionToken && { nullish: true as const };
    return { form: 'choice', ...nullish, condition: left, then: left, otherwise, place };
  }
  if (operator === K.AmpersandAmpersandToken) {
    return {
      form: 'choice',
      condition: left,
      then: x.reached(node.right, left, true),
      otherwise: left,
      place,
    };
  }
  const operands = [left, x.expression(node.right)];
  return { form: 'operation', operator: equality[operator] ?? x.words(node.operatorToken), operands, place };
}

const equality: Partial<Record<ts.SyntaxKind, string>> = {
  [K.EqualsEqualsEqualsToken]: '==',
  [K.ExclamationEqualsEqualsToken]: '!=',
};

/** `(0, x.y)`: the last is the value, the others only run. */
function sequence(node: ts.BinaryExpression, x: Translation): Expression {
  const first = x.expression(node.left);
  if (first.form !== 'literal' && first.form !== 'reference') {
    x.before({ form: 'run', expression: first, place: first.place });
  }
  return x.expression(node.right);
}

function prefix(node: ts.PrefixUnaryExpression, x: Translation): Expression {
  if (node.operator === K.PlusPlusToken || node.operator === K.MinusMinusToken) return update(node, x);
  const operand = x.expression(node.operand);
  if (operand.form === 'literal') {
    if (node.operator === K.MinusToken && typeof operand.value === 'number')
      return x.literal(node, -operand.value);
    if (node.operator === K.ExclamationToken && typeof operand.value === 'number') {
      return x.literal(node, operand.value === 0);
    }
  }
  const operator = ts.tokenToString(node.operator) ?? '?';
  return { form: 'operation', operator, operands: [operand], place: x.place(node) };
}

function removal(node: ts.DeleteExpression, x: Translation): Expression {
  const target = x.expression(node.expression);
  const place = x.place(node);
  x.before({ form: 'assign', target, operator: '=', value: x.literal(node, null), place });
  return x.literal(node, true);
}

function expressionsInside(node: ts.Node): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (child: ts.Node): void => {
    if ((ts.isJsxExpression(child) || ts.isJsxSpreadAttribute(child)) && child.expression)
      found.push(child.expression);
    else ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}
