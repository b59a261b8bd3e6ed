import { ts } from 'ts-morph';
import type { Statement } from '../../evaluate/form.ts';
import { imports } from './imports.ts';
import type { Translation } from './translation.ts';

/** `export { a, b as c }`, `export { a } from './m'`, `export * from './m'`, `export * as m from './m'` */
export function exportDeclaration(node: ts.ExportDeclaration, x: Translation): Statement[] {
  const specifier =
    node.moduleSpecifier && ts.isStringLiteralLike(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : undefined;
  const { exportClause: clause } = node;
  if (specifier === undefined) {
    return clause && ts.isNamedExports(clause) ? clause.elements.flatMap((each) => renamed(each, x)) : [];
  }
  if (!clause) return [imports('*', specifier, '*', node, x)];
  if (ts.isNamespaceExport(clause)) return passedOn(clause.name, clause.name.text, '*', specifier, x);
  return clause.elements.flatMap((each) =>
    passedOn(each, each.name.text, (each.propertyName ?? each.name).text, specifier, x),
  );
}

/** A name that is exported under its own needs no statement: its declaration says so. */
function renamed(node: ts.ExportSpecifier, x: Translation): Statement[] {
  const own = node.propertyName?.text;
  if (own === undefined || own === node.name.text) return [];
  const value = x.reference(node, own);
  return [{ form: 'bind', name: node.name.text, value, exported: true, place: x.place(node) }];
}

function passedOn(
  node: ts.Node,
  name: string,
  imported: string,
  specifier: string,
  x: Translation,
): Statement[] {
  const hidden = `from ${specifier}: ${imported}`;
  const value = x.reference(node, hidden);
  return [
    imports(hidden, specifier, imported, node, x),
    { form: 'bind', name, value, exported: true, place: x.place(node) },
  ];
}

/** `export default x`, `export = x` */
export function exportDefault(node: ts.ExportAssignment, x: Translation): Statement[] {
  const name = node.isExportEquals ? 'module.exports' : 'default';
  return [{ form: 'bind', name, value: x.expression(node.expression), exported: true, place: x.place(node) }];
}

/** The names that a file exports in other words than `export` before their declaration. */
export function exportedNames(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement): string[] => {
    if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier) {
      const { exportClause: clause } = statement;
      if (!clause || !ts.isNamedExports(clause)) return [];
      return clause.elements.map((each) => (each.propertyName ?? each.name).text);
    }
    if (ts.isExportAssignment(statement)) return namesIn(statement.expression);
    if (ts.isExpressionStatement(statement)) return commonJs(statement.expression);
    return [];
  });
}

/** `exports.f = f`, `module.exports = { f, g: h }` */
function commonJs(node: ts.Expression): string[] {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
  return /^(module\.)?exports\b/.test(node.left.getText()) ? namesIn(node.right) : [];
}

function namesIn(value: ts.Expression): string[] {
  if (ts.isIdentifier(value)) return [value.text];
  if (!ts.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap((property) => {
    if (ts.isShorthandPropertyAssignment(property)) return [property.name.text];
    return ts.isPropertyAssignment(property) ? namesIn(property.initializer) : [];
  });
}
