import type { Argument, Call, Expression, Literal, Member, Operation } from '../../evaluate/form.ts';
import { lambdaOf } from './functions.ts';
import { listOf, recordOf } from './literals.ts';
import type { Node, Translation, TypeScript } from './translation.ts';

/** An expression of TypeScript or JavaScript in the common form. */
export function expression(node: Node, t: Translation): Expression {
  const { ts } = t;
  const inner = transparent(node, t);
  if (inner) return expression(inner, t);
  if (ts.isIdentifier(node)) return identifier(node, t);
  if (ts.isStringLiteralLike(node)) return literal(node, node.text, t);
  if (ts.isNumericLiteral(node)) return literal(node, Number(node.text.replaceAll('_', '')), t);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return literal(node, true, t);
  if (node.kind === ts.SyntaxKind.FalseKeyword) return literal(node, false, t);
  if (node.kind === ts.SyntaxKind.NullKeyword || ts.isVoidExpression(node)) return literal(node, null, t);
  if (node.kind === ts.SyntaxKind.ThisKeyword)
    return { form: 'reference', name: 'this', place: t.place(node) };
  if (ts.isTemplateExpression(node)) return template(node, t);
  if (ts.isPropertyAccessExpression(node)) return propertyAccess(node, t);
  if (ts.isElementAccessExpression(node)) return elementAccess(node, t);
  if (ts.isCallExpression(node)) return callOf(node, t);
  if (ts.isNewExpression(node)) return newOf(node, t);
  if (ts.isObjectLiteralExpression(node)) return recordOf(node, t);
  if (ts.isArrayLiteralExpression(node)) return listOf(node, t);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return lambdaOf(node, t);
  if (ts.isConditionalExpression(node)) return conditional(node, t);
  if (ts.isBinaryExpression(node)) return binary(node, t);
  if (ts.isPrefixUnaryExpression(node)) return prefix(node, t);
  if (ts.isTaggedTemplateExpression(node)) return t.opaque(node, 'a tagged template');
  if (ts.isYieldExpression(node))
    return t.opaque(node, 'what `yield` gives', node.expression && [expression(node.expression, t)]);
  return t.opaque(node, `\`${ts.SyntaxKind[node.kind]}\` is not followed`);
}

/** Parentheses, casts, `await`, `!`, and the comma whose last operand is the value. */
function transparent(node: Node, t: Translation): Node | undefined {
  const { ts } = t;
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node)) return node.expression;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return node.expression;
  if (ts.isNonNullExpression(node) || ts.isTypeAssertionExpression(node)) return node.expression;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) return node.right;
  return undefined;
}

function literal(node: Node, value: Literal['value'], t: Translation): Literal {
  return { form: 'literal', value, place: t.place(node) };
}

function identifier(node: TypeScript.Identifier, t: Translation): Expression {
  if (node.text === 'undefined') return literal(node, null, t);
  return { form: 'reference', name: node.text, place: t.place(node) };
}

function template(node: TypeScript.TemplateExpression, t: Translation): Expression {
  const parts: Expression[] = [literal(node.head, node.head.text, t)];
  for (const span of node.templateSpans) {
    parts.push(expression(span.expression, t), literal(span.literal, span.literal.text, t));
  }
  return { form: 'template', parts, place: t.place(node) };
}

function propertyAccess(node: TypeScript.PropertyAccessExpression, t: Translation): Member {
  const name = literal(node.name, node.name.text, t);
  return { form: 'member', of: expression(node.expression, t), name, place: t.place(node) };
}

function elementAccess(node: TypeScript.ElementAccessExpression, t: Translation): Member {
  const name = expression(node.argumentExpression, t);
  return { form: 'member', of: expression(node.expression, t), name, place: t.place(node) };
}

export function argumentsOf(nodes: readonly Node[] | undefined, t: Translation): Argument[] {
  return (nodes ?? []).map((node): Argument => {
    const { ts } = t;
    if (ts.isSpreadElement(node)) {
      return { value: expression(node.expression, t), spread: 'list', place: t.place(node) };
    }
    return { value: expression(node, t), place: t.place(node) };
  });
}

/** Wrappers that compilers put around an import: their argument is the module. */
const interop = new Set([
  '__importStar',
  '__importDefault',
  '__toESM',
  '_interopRequireWildcard',
  '_interopRequireDefault',
  '_interop_require_default',
  '_interop_require_wildcard',
]);

function callOf(node: TypeScript.CallExpression, t: Translation): Expression {
  const { ts } = t;
  const [first] = node.arguments;
  if (ts.isIdentifier(node.expression) && interop.has(node.expression.text) && first)
    return expression(first, t);
  const call: Call = {
    form: 'call',
    callee: expression(node.expression, t),
    args: argumentsOf(node.arguments, t),
    place: t.place(node),
  };
  return call;
}

function newOf(node: TypeScript.NewExpression, t: Translation): Call {
  return {
    form: 'call',
    callee: expression(node.expression, t),
    args: argumentsOf(node.arguments, t),
    place: t.place(node),
  };
}

function conditional(node: TypeScript.ConditionalExpression, t: Translation): Expression {
  return {
    form: 'choice',
    condition: expression(node.condition, t),
    then: expression(node.whenTrue, t),
    otherwise: expression(node.whenFalse, t),
    place: t.place(node),
  };
}

function binary(node: TypeScript.BinaryExpression, t: Translation): Expression {
  const { SyntaxKind } = t.ts;
  const left = () => expression(node.left, t);
  const right = () => expression(node.right, t);
  const place = t.place(node);
  switch (node.operatorToken.kind) {
    case SyntaxKind.BarBarToken:
    case SyntaxKind.QuestionQuestionToken: {
      const first = left();
      return { form: 'choice', condition: first, then: first, otherwise: right(), place };
    }
    case SyntaxKind.AmpersandAmpersandToken: {
      const first = left();
      return { form: 'choice', condition: first, then: right(), otherwise: first, place };
    }
    case SyntaxKind.PlusToken:
      return { form: 'template', parts: [left(), right()], place };
    case SyntaxKind.EqualsToken:
      return right();
    default: {
      const operator = node.operatorToken.getText(t.source);
      return { form: 'operation', operator, operands: [left(), right()], place } satisfies Operation;
    }
  }
}

function prefix(node: TypeScript.PrefixUnaryExpression, t: Translation): Expression {
  const { ts } = t;
  const operand = expression(node.operand, t);
  if (
    node.operator === ts.SyntaxKind.MinusToken &&
    operand.form === 'literal' &&
    typeof operand.value === 'number'
  ) {
    return literal(node, -operand.value, t);
  }
  // Minified `!0` and `!1`.
  if (node.operator === ts.SyntaxKind.ExclamationToken && operand.form === 'literal') {
    return literal(node, !operand.value, t);
  }
  const operator = ts.tokenToString(node.operator) ?? '';
  return { form: 'operation', operator, operands: [operand], place: t.place(node) };
}
