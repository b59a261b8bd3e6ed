import { ts } from 'ts-morph';
import type { Branch, Loop, Statement } from '../../evaluate/form.ts';
import { expressionStatement } from './assignments.ts';
import { classStatement, enumStatement, hasModifier, namespaceStatement } from './classes.ts';
import { exportDeclaration, exportDefault } from './exports.ts';
import { functionForm } from './functions.ts';
import { importDeclaration, importEquals } from './imports.ts';
import { on, type ToStatements } from './kinds.ts';
import { declared } from './patterns.ts';
import { switchStatement } from './switches.ts';
import type { Translation } from './translation.ts';
import { variables } from './variables.ts';

const K = ts.SyntaxKind;

/** What each kind of statement says in the form; types and interfaces say nothing. */
export const statements = new Map<ts.SyntaxKind, ToStatements>([
  ...on<ts.VariableStatement, Statement[]>(K.VariableStatement, (node, x) =>
    variables(node.declarationList, x, isExported(node)),
  ),
  ...on<ts.FunctionDeclaration, Statement[]>(K.FunctionDeclaration, functionDeclaration),
  ...on<ts.ClassDeclaration, Statement[]>(K.ClassDeclaration, classDeclaration),
  ...on<ts.EnumDeclaration, Statement[]>(K.EnumDeclaration, (node, x) => [
    { ...enumStatement(node, x), ...exportedAs(node.name.text, node, x) },
  ]),
  ...on<ts.ModuleDeclaration, Statement[]>(K.ModuleDeclaration, namespaceStatement),
  ...on<ts.ImportDeclaration, Statement[]>(K.ImportDeclaration, importDeclaration),
  ...on<ts.ImportEqualsDeclaration, Statement[]>(K.ImportEqualsDeclaration, importEquals),
  ...on<ts.ExportDeclaration, Statement[]>(K.ExportDeclaration, exportDeclaration),
  ...on<ts.ExportAssignment, Statement[]>(K.ExportAssignment, exportDefault),
  ...on<ts.ExpressionStatement, Statement[]>(K.ExpressionStatement, (node, x) =>
    expressionStatement(node.expression, x),
  ),
  ...on<ts.Block, Statement[]>(K.Block, (node, x) => [
    { form: 'block', body: x.body(node.statements), place: x.place(node) },
  ]),
  ...on<ts.IfStatement, Statement[]>(K.IfStatement, (node, x) => {
    const condition = x.expression(node.expression);
    const [then, otherwise] = [x.statement(node.thenStatement), x.statement(node.elseStatement)];
    return [{ form: 'branch', condition, then, otherwise, place: x.place(node) }];
  }),
  ...on<ts.SwitchStatement, Statement[]>(K.SwitchStatement, switchStatement),
  ...on<ts.ForOfStatement | ts.ForInStatement, Statement[]>([K.ForOfStatement, K.ForInStatement], forEach),
  ...on<ts.ForStatement, Statement[]>(K.ForStatement, forStatement),
  ...on<ts.WhileStatement | ts.DoStatement, Statement[]>([K.WhileStatement, K.DoStatement], (node, x) => [
    loop(node, x, [...tested(node.expression, x), ...x.statement(node.statement)]),
  ]),
  ...on<ts.TryStatement, Statement[]>(K.TryStatement, tryStatement),
  ...on<ts.ReturnStatement, Statement[]>(K.ReturnStatement, (node, x) => {
    const value = node.expression && x.expression(node.expression);
    return [{ form: 'return', ...(value && { value }), place: x.place(node) }];
  }),
  ...on<ts.ThrowStatement, Statement[]>(K.ThrowStatement, (node, x) => {
    const body: Statement[] = [...tested(node.expression, x), { form: 'leave', place: x.place(node) }];
    return [{ form: 'block', body, place: x.place(node) }];
  }),
  ...on<ts.Node, Statement[]>([K.BreakStatement, K.ContinueStatement], (node, x) => [
    { form: 'leave', place: x.place(node) },
  ]),
  ...on<ts.LabeledStatement | ts.WithStatement, Statement[]>(
    [K.LabeledStatement, K.WithStatement],
    (node, x) => x.statement(node.statement),
  ),
]);

export function isExported(node: ts.Node): boolean {
  return hasModifier(node, K.ExportKeyword);
}

function exportedAs(name: string, node: ts.Node, x: Translation): { exported?: true } {
  return isExported(node) || x.exported.has(name) ? { exported: true } : {};
}

/** `export default function f() {}` exports `f` under another name too. */
function withDefault(node: ts.Node, name: string, made: Statement, x: Translation): Statement[] {
  if (!hasModifier(node, K.DefaultKeyword)) return [made];
  const place = x.place(node);
  return [made, { form: 'bind', name: 'default', value: x.reference(node, name), exported: true, place }];
}

function functionDeclaration(node: ts.FunctionDeclaration, x: Translation): Statement[] {
  if (!node.body) return [];
  const name = node.name?.text ?? 'the default export';
  const form = functionForm(node, x, name);
  const made = {
    form: 'function' as const,
    function: form,
    ...exportedAs(name, node, x),
    place: x.place(node),
  };
  return withDefault(node, name, made, x);
}

function classDeclaration(node: ts.ClassDeclaration, x: Translation): Statement[] {
  const name = node.name?.text ?? 'the default export';
  return withDefault(node, name, { ...classStatement(node, name, x), ...exportedAs(name, node, x) }, x);
}

/** An expression that only runs: a condition of a loop, what is thrown. */
function tested(node: ts.Expression | undefined, x: Translation): Statement[] {
  return node ? x.gathered(() => expressionStatement(node, x)) : [];
}

function loop(node: ts.Node, x: Translation, body: Statement[], more: Partial<Loop> = {}): Loop {
  return { form: 'loop', ...more, body, place: x.place(node) };
}

function forStatement(node: ts.ForStatement, x: Translation): Statement[] {
  const first = node.initializer;
  const before = !first
    ? []
    : ts.isVariableDeclarationList(first)
      ? variables(first, x, false)
      : tested(first, x);
  const body = [...tested(node.condition, x), ...x.statement(node.statement), ...tested(node.incrementor, x)];
  return [{ form: 'block', body: [...before, loop(node, x, body)], place: x.place(node) }];
}

function forEach(node: ts.ForOfStatement | ts.ForInStatement, x: Translation): Statement[] {
  const gone = x.expression(node.expression);
  const over = ts.isForOfStatement(node) ? gone : x.opaque(node.expression, 'a name of it');
  const { initializer } = node;
  const name = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0]?.name : undefined;
  const body = x.statement(node.statement);
  if (!name) return [loop(node, x, body, { over })];
  if (ts.isIdentifier(name)) return [loop(node, x, body, { bind: name.text, over })];
  const bind = 'each of them';
  const unpacked = x.gathered(() => declared(name, x.reference(name, bind), {}, x));
  return [loop(node, x, [...unpacked, ...body], { bind, over })];
}

/** What is caught runs after what was tried, or instead of it where that ends in a `return`. */
function tryStatement(node: ts.TryStatement, x: Translation): Statement[] {
  const tried: Statement = { form: 'block', body: x.statement(node.tryBlock), place: x.place(node.tryBlock) };
  const caught = node.catchClause && catchClause(node.catchClause, x);
  const last = tried.body.at(-1)?.form;
  const isEnd = last === 'return' || last === 'leave';
  const { finallyBlock } = node;
  const final: Statement[] = finallyBlock
    ? [{ form: 'block', body: x.statement(finallyBlock), place: x.place(finallyBlock) }]
    : [];
  if (!caught) return isEnd ? [...final, tried] : [tried, ...final];
  return isEnd ? [...final, { ...caught, otherwise: [tried] }] : [tried, caught, ...final];
}

function catchClause(node: ts.CatchClause, x: Translation): Branch {
  const condition = x.opaque(node, 'an error is thrown');
  const name = node.variableDeclaration?.name;
  const error = name
    ? x.gathered(() => declared(name, x.opaque(name, 'what is thrown cannot be known'), {}, x))
    : [];
  return {
    form: 'branch',
    condition,
    then: [...error, ...x.statement(node.block)],
    otherwise: [],
    place: x.place(node),
  };
}
