import { ts } from 'ts-morph';
import type { Argument, Expression } from '../../evaluate/form.ts';
import type { Translation } from './translation.ts';

/** What compilers put around `require`. */
const interop =
  /(^|\.)(__importStar|__importDefault|__toESM|__toModule|_*interop_?[rR]equire_?(Wildcard|Default|wildcard|default)|_interopNamespace\w*|_interopDefault\w*)$/;

export function call(node: ts.CallExpression, x: Translation): Expression {
  const specifier = requiredModule(node);
  if (specifier !== undefined) return required(node, specifier, x);
  const wrapped = interopArgument(node);
  if (wrapped) return x.expression(wrapped);
  return {
    form: 'call',
    callee: x.expression(node.expression),
    args: node.arguments.map((argument) => toArgument(argument, x)),
    place: x.place(node),
  };
}

export function construct(node: ts.NewExpression, x: Translation): Expression {
  const callee = x.expression(node.expression);
  const args = (node.arguments ?? []).map((argument) => toArgument(argument, x));
  return { form: 'call', callee, args, place: x.place(node) };
}

export function taggedTemplate(node: ts.TaggedTemplateExpression, x: Translation): Expression {
  const value = x.expression(node.template);
  return {
    form: 'call',
    callee: x.expression(node.tag),
    args: [{ value, place: value.place }],
    place: x.place(node),
  };
}

function toArgument(node: ts.Expression, x: Translation): Argument {
  const place = x.place(node);
  if (ts.isSpreadElement(node)) return { value: x.expression(node.expression), spread: 'list', place };
  return { value: x.expression(node), place };
}

/** The specifier of `require('x')` or `import('x')`. */
export function requiredModule(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
  const [specifier] = node.arguments;
  if (!specifier || !ts.isStringLiteralLike(specifier)) return undefined;
  return isRequire || expression.kind === ts.SyntaxKind.ImportKeyword ? specifier.text : undefined;
}

/** The module that an initializer is the whole of, also through a compiler's helper. */
export function wholeModule(node: ts.Expression): string | undefined {
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) return wholeModule(node.expression);
  const wrapped = interopArgument(node);
  return requiredModule(wrapped ?? node);
}

function interopArgument(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const [first] = node.arguments;
  const { expression } = node;
  const isHelper =
    (ts.isIdentifier(expression) && interop.test(expression.text)) ||
    (ts.isPropertyAccessExpression(expression) && interop.test(expression.name.text));
  return first && isHelper && requiredModule(first) !== undefined ? first : undefined;
}

/** The module as a name of its own, imported just before. */
function required(node: ts.CallExpression, specifier: string, x: Translation): Expression {
  const name = `require(${specifier})`;
  const place = x.place(node.arguments[0]!);
  x.before({ form: 'import', name, symbol: specifier, module: specifier, imported: '*', place });
  return x.reference(node, name);
}
