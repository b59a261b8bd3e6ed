import { ts } from 'ts-morph';
import type { Expression } from '../../evaluate/form.ts';
import type { Translation } from './translation.ts';

/** `` `a${b}c` `` */
export function template(node: ts.TemplateExpression, x: Translation): Expression {
  const parts: Expression[] = node.head.text === '' ? [] : [x.literal(node.head, node.head.text)];
  for (const span of node.templateSpans) {
    parts.push(x.expression(span.expression));
    if (span.literal.text !== '') parts.push(x.literal(span.literal, span.literal.text));
  }
  return { form: 'template', parts, place: x.place(node) };
}

/** `a + b + c`, as text unless a number is among them. */
export function concatenation(node: ts.BinaryExpression, x: Translation): Expression {
  const parts = summands(node).map((each) => x.expression(each));
  const place = x.place(node);
  const isText = parts.some((part) => part.form === 'template' || isLiteral(part, 'string'));
  if (!isText && parts.some((part) => isLiteral(part, 'number'))) {
    return { form: 'operation', operator: '+', operands: parts, place };
  }
  return { form: 'template', parts, place };
}

/** Without recursion: generated code adds thousands of texts in one expression. */
function summands(node: ts.BinaryExpression): ts.Expression[] {
  const found: ts.Expression[] = [];
  let left: ts.Expression = node;
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    found.push(left.right);
    left = left.left;
  }
  found.push(left);
  return found.reverse();
}

function isLiteral(expression: Expression, type: string): boolean {
  return expression.form === 'literal' && typeof expression.value === type;
}
