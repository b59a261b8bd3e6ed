import type { Bind, Expression, Statement } from '../../evaluate/form.ts';
import { classOf, enumOf } from './classes.ts';
import { expression } from './expressions.ts';
import { destructured, functionForm } from './functions.ts';
import { exported, imported, required } from './modules.ts';
import type { Node, Translation, TypeScript } from './translation.ts';
import { typeOf } from './types.ts';

export function block(nodes: readonly Node[], t: Translation): Statement[] {
  return nodes.flatMap((node) => statement(node, t));
}

function bodyOf(node: Node | undefined, t: Translation): Statement[] {
  if (!node) return [];
  return t.ts.isBlock(node) ? block(node.statements, t) : statement(node, t);
}

function statement(node: Node, t: Translation): Statement[] {
  const { ts } = t;
  const place = t.place(node);
  if (ts.isVariableStatement(node)) return variables(node.declarationList, isExported(node, t), t);
  if (ts.isExpressionStatement(node)) return effect(node.expression, t);
  if (ts.isReturnStatement(node)) {
    return [{ form: 'return', ...(node.expression && { value: expression(node.expression, t) }), place }];
  }
  if (ts.isIfStatement(node)) {
    return [
      {
        form: 'branch',
        condition: expression(node.expression, t),
        then: bodyOf(node.thenStatement, t),
        otherwise: bodyOf(node.elseStatement, t),
        place,
      },
    ];
  }
  if (ts.isBlock(node)) return [{ form: 'block', body: block(node.statements, t), place }];
  if (ts.isFunctionDeclaration(node)) return functionDeclaration(node, t);
  if (ts.isClassDeclaration(node)) return [classOf(node, t, isExported(node, t))];
  if (ts.isEnumDeclaration(node)) return [enumOf(node, t, isExported(node, t))];
  if (ts.isImportDeclaration(node) || ts.isImportEqualsDeclaration(node)) return imported(node, t);
  if (ts.isExportDeclaration(node) || ts.isExportAssignment(node)) return exported(node, t);
  if (ts.isTryStatement(node)) return tryOf(node, t);
  if (ts.isThrowStatement(node)) return [...effect(node.expression, t), { form: 'leave', place }];
  if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) return [{ form: 'leave', place }];
  if (ts.isSwitchStatement(node)) return [switchOf(node, t)];
  if (ts.isLabeledStatement(node)) return statement(node.statement, t);
  if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body))
    return block(node.body.statements, t);
  return loopOf(node, t);
}

export function isExported(node: Node, t: Translation): boolean {
  if (!t.ts.canHaveModifiers(node)) return false;
  return (t.ts.getModifiers(node) ?? []).some((each) => each.kind === t.ts.SyntaxKind.ExportKeyword);
}

function functionDeclaration(node: TypeScript.FunctionDeclaration, t: Translation): Statement[] {
  if (!node.body) return [];
  const form = functionForm(node, t);
  return [
    {
      form: 'function',
      function: { ...form, name: form.name ?? 'default' },
      exported: isExported(node, t),
      place: t.place(node),
    },
  ];
}

export function variables(
  list: TypeScript.VariableDeclarationList,
  isOut: boolean,
  t: Translation,
): Statement[] {
  const { ts } = t;
  const constant = (list.flags & ts.NodeFlags.Const) !== 0;
  return list.declarations.flatMap((node): Statement[] => {
    const fromModule = required(node, t);
    if (fromModule) return fromModule;
    const value = node.initializer && expression(node.initializer, t);
    const more = { ...(isOut && { exported: true }), ...(constant && { constant: true }) };
    if (!ts.isIdentifier(node.name))
      return destructured(node.name, value ?? t.opaque(node, 'nothing is given'), t, more);
    const type = node.type && typeOf(node.type, t);
    const bind: Bind = { form: 'bind', name: node.name.text, value, type, place: t.place(node), ...more };
    return [!value && !type ? { ...bind, value: { form: 'literal', value: null, place: bind.place } } : bind];
  });
}

/** An expression that stands alone: an assignment changes something, the others run. */
function effect(node: Node, t: Translation): Statement[] {
  const { ts } = t;
  const place = t.place(node);
  if (ts.isParenthesizedExpression(node) || ts.isVoidExpression(node)) return effect(node.expression, t);
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === ts.SyntaxKind.CommaToken)
      return [...effect(node.left, t), ...effect(node.right, t)];
    if (isAssignment(node, t)) return assignment(node, t);
    if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      return [
        {
          form: 'branch',
          condition: expression(node.left, t),
          then: effect(node.right, t),
          otherwise: [],
          place,
        },
      ];
    }
    if (node.operatorToken.kind === ts.SyntaxKind.BarBarToken) {
      return [
        {
          form: 'branch',
          condition: expression(node.left, t),
          then: [],
          otherwise: effect(node.right, t),
          place,
        },
      ];
    }
  }
  if (ts.isConditionalExpression(node)) {
    return [
      {
        form: 'branch',
        condition: expression(node.condition, t),
        then: effect(node.whenTrue, t),
        otherwise: effect(node.whenFalse, t),
        place,
      },
    ];
  }
  if (ts.isDeleteExpression(node)) return deletion(node, t);
  return [{ form: 'run', expression: expression(node, t), place }];
}

function isAssignment(node: TypeScript.BinaryExpression, t: Translation): boolean {
  const { FirstAssignment, LastAssignment } = t.ts.SyntaxKind;
  const { kind } = node.operatorToken;
  return kind >= FirstAssignment && kind <= LastAssignment;
}

function assignment(node: TypeScript.BinaryExpression, t: Translation): Statement[] {
  const { ts } = t;
  const { left, right } = node;
  if (ts.isObjectLiteralExpression(left) || ts.isArrayLiteralExpression(left)) {
    return [{ form: 'run', expression: expression(right, t), place: t.place(node) }];
  }
  const operator = node.operatorToken.getText(t.source);
  const chained =
    ts.isBinaryExpression(right) && right.operatorToken.kind === ts.SyntaxKind.EqualsToken
      ? assignment(right, t)
      : [];
  return [
    ...chained,
    {
      form: 'assign',
      target: expression(left, t),
      operator,
      value: expression(right, t),
      place: t.place(node),
    },
  ];
}

function deletion(node: TypeScript.DeleteExpression, t: Translation): Statement[] {
  const place = t.place(node);
  const target = expression(node.expression, t);
  return [{ form: 'assign', target, operator: '=', value: { form: 'literal', value: null, place }, place }];
}

/** What a `catch` does may not happen at all. */
function tryOf(node: TypeScript.TryStatement, t: Translation): Statement[] {
  const place = t.place(node);
  const caught = bodyOf(node.catchClause?.block, t);
  const rest: Statement[] = caught.length
    ? [
        {
          form: 'branch',
          condition: t.opaque(node.catchClause!, 'whether it fails'),
          then: caught,
          otherwise: [],
          place: t.place(node.catchClause!),
        },
      ]
    : [];
  return [{ form: 'block', body: bodyOf(node.tryBlock, t), place }, ...rest, ...bodyOf(node.finallyBlock, t)];
}

function switchOf(node: TypeScript.SwitchStatement, t: Translation): Statement {
  const { ts } = t;
  const cases = node.caseBlock.clauses.map((clause) => {
    const body = block(clause.statements, t);
    const flat = body.length === 1 && body[0]?.form === 'block' ? body[0].body : body;
    const last = flat.at(-1)?.form;
    return {
      tests: ts.isCaseClause(clause) ? [expression(clause.expression, t)] : [],
      body: flat,
      fallsThrough: last !== 'leave' && last !== 'return',
    };
  });
  return { form: 'switch', subject: expression(node.expression, t), cases, place: t.place(node) };
}

function loopOf(node: Node, t: Translation): Statement[] {
  const { ts } = t;
  const place = t.place(node);
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    const over = ts.isForOfStatement(node) ? { over: expression(node.expression, t) } : {};
    const body = bodyOf(node.statement, t);
    if (!ts.isVariableDeclarationList(node.initializer)) return [{ form: 'loop', body, place }];
    const { name } = node.initializer.declarations[0]!;
    const bind = ts.isIdentifier(name) ? name.text : `(${name.pos})`;
    const from: Expression = { form: 'reference', name: bind, place: t.place(name) };
    const binds = ts.isIdentifier(name) ? [] : destructured(name, from, t);
    return [{ form: 'loop', bind, ...over, body: [...binds, ...body], place }];
  }
  if (ts.isForStatement(node)) {
    const list =
      node.initializer && ts.isVariableDeclarationList(node.initializer)
        ? variables(node.initializer, false, t)
        : [];
    return [...list, { form: 'loop', body: bodyOf(node.statement, t), place }];
  }
  if (ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    return [{ form: 'loop', body: bodyOf(node.statement, t), place }];
  }
  return [];
}
