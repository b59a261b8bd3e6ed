import { ts } from 'ts-morph';
import type { Expression, Statement } from '../../evaluate/form.ts';
import { assignPattern } from './patterns.ts';
import type { Translation } from './translation.ts';

const K = ts.SyntaxKind;

export function isAssignment(node: ts.BinaryExpression): boolean {
  return node.operatorToken.kind >= K.FirstAssignment && node.operatorToken.kind <= K.LastAssignment;
}

/** An assignment inside an expression: it happens before, and its value is what was given. */
export function assignment(node: ts.BinaryExpression, x: Translation): Expression {
  const value = x.expression(node.right);
  const place = x.place(node);
  if (ts.isObjectLiteralExpression(node.left) || ts.isArrayLiteralExpression(node.left)) {
    for (const each of assignPattern(node.left, value, x)) x.before(each);
    return value;
  }
  const target = x.expression(node.left);
  x.before({ form: 'assign', target, operator: operatorOf(node), value, place });
  return target;
}

function operatorOf(node: ts.BinaryExpression): string {
  return ts.tokenToString(node.operatorToken.kind) ?? '=';
}

/** `i++` and the like: changed, and not calculated. */
export function update(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  x: Translation,
): Expression {
  const target = x.expression(node.operand);
  const place = x.place(node);
  const operator = ts.tokenToString(node.operator) ?? '++';
  x.before({ form: 'assign', target, operator, value: x.literal(node, 1), place });
  return target;
}

/** An expression that stands as a statement: conditions and sequences are statements themselves. */
export function expressionStatement(node: ts.Expression, x: Translation): Statement[] {
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isVoidExpression(node)) {
    return expressionStatement(node.expression, x);
  }
  if (ts.isBinaryExpression(node)) return binaryStatement(node, x);
  if (ts.isConditionalExpression(node)) {
    const condition = x.expression(node.condition);
    const then = inArm(node.whenTrue, x);
    return [{ form: 'branch', condition, then, otherwise: inArm(node.whenFalse, x), place: x.place(node) }];
  }
  return ran(node, x);
}

function binaryStatement(node: ts.BinaryExpression, x: Translation): Statement[] {
  const operator = node.operatorToken.kind;
  if (operator === K.CommaToken) return sequence(node).flatMap((each) => inArm(each, x));
  const isAnd = operator === K.AmpersandAmpersandToken;
  if (isAnd || operator === K.BarBarToken || operator === K.QuestionQuestionToken) {
    const condition = x.expression(node.left);
    const arm = inArm(node.right, x);
    const place = x.place(node);
    const [then, otherwise] = isAnd ? [arm, []] : [[], arm];
    return [{ form: 'branch', condition, then, otherwise, place }];
  }
  return ran(node, x);
}

/** Without recursion: minified code makes sequences of thousands. */
function sequence(node: ts.BinaryExpression): ts.Expression[] {
  const found: ts.Expression[] = [];
  let left: ts.Expression = node;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === K.CommaToken) {
    found.push(left.right);
    left = left.left;
  }
  found.push(left);
  return found.reverse();
}

function inArm(node: ts.Expression, x: Translation): Statement[] {
  return x.gathered(() => expressionStatement(node, x));
}

/** What only names a value does nothing. */
function ran(node: ts.Expression, x: Translation): Statement[] {
  const expression = x.expression(node);
  if (expression.form === 'literal' || expression.form === 'reference' || isChanged(node)) return [];
  return [{ form: 'run', expression, place: x.place(node) }];
}

function isChanged(node: ts.Expression): boolean {
  if (ts.isBinaryExpression(node)) return isAssignment(node);
  return ts.isPostfixUnaryExpression(node) || ts.isDeleteExpression(node);
}
