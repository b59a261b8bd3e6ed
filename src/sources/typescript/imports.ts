import { ts } from 'ts-morph';
import type { Expression, Import, Statement } from '../../evaluate/form.ts';
import type { Translation } from './translation.ts';

export function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}

/** `imported` from a module, as a symbol: `*` and `default` are the module itself. */
export function imports(
  name: string,
  specifier: string,
  imported: string,
  node: ts.Node,
  x: Translation,
): Import {
  const isWhole = imported === '*' || imported === 'default';
  const symbol = isWhole ? specifier : `${specifier}.${imported}`;
  return { form: 'import', name, symbol, module: specifier, imported, place: x.place(node) };
}

export function importDeclaration(node: ts.ImportDeclaration, x: Translation): Statement[] {
  const clause = node.importClause;
  if (!clause || !ts.isStringLiteralLike(node.moduleSpecifier)) return [];
  const { text: specifier } = node.moduleSpecifier;
  const { name, namedBindings } = clause;
  const found: Import[] = [];
  if (name) found.push(imports(name.text, specifier, 'default', name, x));
  if (namedBindings && ts.isNamespaceImport(namedBindings)) {
    const { name: whole } = namedBindings;
    found.push(imports(whole.text, specifier, '*', whole, x));
    if (!isRelative(specifier)) x.outside.add(whole.text);
  }
  if (namedBindings && ts.isNamedImports(namedBindings)) {
    for (const each of namedBindings.elements) {
      found.push(imports(each.name.text, specifier, (each.propertyName ?? each.name).text, each, x));
    }
  }
  for (const each of found) x.types.add(each.name);
  return found;
}

/** `import fs = require('fs')`, `import S3 = AWS.S3` */
export function importEquals(node: ts.ImportEqualsDeclaration, x: Translation): Statement[] {
  const { moduleReference: from, name } = node;
  x.types.add(name.text);
  if (ts.isExternalModuleReference(from)) {
    if (!ts.isStringLiteralLike(from.expression)) return [];
    if (!isRelative(from.expression.text)) x.outside.add(name.text);
    return [imports(name.text, from.expression.text, '*', name, x)];
  }
  const value = ts.isIdentifier(from) ? x.reference(from) : qualified(from, x);
  return [{ form: 'bind', name: name.text, value, constant: true, place: x.place(name) }];
}

function qualified(name: ts.QualifiedName, x: Translation): Expression {
  const of = ts.isIdentifier(name.left) ? x.reference(name.left) : qualified(name.left, x);
  return x.member(of, name.right.text, name.right);
}
