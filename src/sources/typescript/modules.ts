import type { Import, Statement } from '../../evaluate/form.ts';
import { expression } from './expressions.ts';
import type { Node, Translation, TypeScript } from './translation.ts';

/** One name of another module. `imported` is `*` for the whole of it. */
function importOf(name: string, specifier: string, imported: string, node: Node, t: Translation): Import {
  const isWhole = imported === '*' || imported === 'default';
  const symbol = isWhole ? specifier : `${specifier}.${imported}`;
  const local = t.isLocal(specifier) ? { module: specifier, imported } : {};
  return { form: 'import', name, symbol, ...local, place: t.place(node) };
}

export function imported(
  node: TypeScript.ImportDeclaration | TypeScript.ImportEqualsDeclaration,
  t: Translation,
): Statement[] {
  const { ts } = t;
  if (ts.isImportEqualsDeclaration(node)) {
    const { moduleReference: from } = node;
    if (!ts.isExternalModuleReference(from) || !ts.isStringLiteral(from.expression)) {
      return [
        {
          form: 'bind',
          name: node.name.text,
          value: t.opaque(node, 'an alias of a namespace'),
          place: t.place(node),
        },
      ];
    }
    return [importOf(node.name.text, from.expression.text, '*', node, t)];
  }
  if (!ts.isStringLiteral(node.moduleSpecifier) || !node.importClause) return [];
  return clauseOf(node.importClause, node.moduleSpecifier.text, t);
}

function clauseOf(clause: TypeScript.ImportClause, specifier: string, t: Translation): Statement[] {
  const { name, namedBindings } = clause;
  const own = name ? [importOf(name.text, specifier, 'default', name, t)] : [];
  if (!namedBindings) return own;
  if (t.ts.isNamespaceImport(namedBindings)) {
    return [...own, importOf(namedBindings.name.text, specifier, '*', namedBindings, t)];
  }
  const named = namedBindings.elements.map((element) =>
    importOf(element.name.text, specifier, (element.propertyName ?? element.name).text, element, t),
  );
  return [...own, ...named];
}

export function exported(
  node: TypeScript.ExportDeclaration | TypeScript.ExportAssignment,
  t: Translation,
): Statement[] {
  const { ts } = t;
  const place = t.place(node);
  if (ts.isExportAssignment(node)) {
    return [{ form: 'bind', name: 'default', value: expression(node.expression, t), exported: true, place }];
  }
  if (!node.exportClause || !ts.isNamedExports(node.exportClause)) return [];
  const from =
    node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined;
  return node.exportClause.elements.flatMap((element): Statement[] => {
    const own = (element.propertyName ?? element.name).text;
    if (from !== undefined) return [importOf(element.name.text, from, own, element, t)];
    if (own === element.name.text) return [];
    const value = { form: 'reference' as const, name: own, place: t.place(element) };
    return [{ form: 'bind', name: element.name.text, value, exported: true, place: t.place(element) }];
  });
}

/** `const { A, B: C } = require('x')`, `const x = __importStar(require('x'))`, `const Y = require('x').Y`. */
export function required(node: TypeScript.VariableDeclaration, t: Translation): Statement[] | undefined {
  const { ts } = t;
  const found = node.initializer && moduleIn(node.initializer, t);
  if (!found) return undefined;
  const { specifier, member } = found;
  if (ts.isIdentifier(node.name)) return [importOf(node.name.text, specifier, member ?? '*', node, t)];
  if (!ts.isObjectBindingPattern(node.name) || member !== undefined) return undefined;
  return node.name.elements.flatMap((element): Statement[] => {
    if (!ts.isIdentifier(element.name)) return [];
    const from = element.propertyName ?? element.name;
    return ts.isIdentifier(from) ? [importOf(element.name.text, specifier, from.text, element, t)] : [];
  });
}

/** The module in `require('x')`, `await import('x')`, and in what compilers wrap around them. */
function moduleIn(node: Node, t: Translation): { specifier: string; member?: string } | undefined {
  const { ts } = t;
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) {
    return moduleIn(node.expression, t);
  }
  if (ts.isPropertyAccessExpression(node)) {
    const inner = moduleIn(node.expression, t);
    return inner && inner.member === undefined ? { ...inner, member: node.name.text } : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [first] = node.arguments;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const callee = ts.isIdentifier(node.expression) ? node.expression.text : '';
  if ((isImport || callee === 'require') && first && ts.isStringLiteralLike(first))
    return { specifier: first.text };
  return callee.startsWith('_') && first ? moduleIn(first, t) : undefined;
}
