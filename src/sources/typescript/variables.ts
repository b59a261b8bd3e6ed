import { ts } from 'ts-morph';
import type { Bind, Statement } from '../../evaluate/form.ts';
import { wholeModule } from './calls.ts';
import { isRelative } from './imports.ts';
import { declared } from './patterns.ts';
import type { Translation } from './translation.ts';
import { typeOf } from './types.ts';

export function variables(list: ts.VariableDeclarationList, x: Translation, exported: boolean): Statement[] {
  const constant = (list.flags & ts.NodeFlags.Const) !== 0;
  return list.declarations.flatMap((node) => {
    const isOut = exported || (ts.isIdentifier(node.name) && x.exported.has(node.name.text));
    const more = { ...(constant && { constant }), ...(isOut && { exported: true }) };
    return x.gathered(() => variable(node, more, x));
  });
}

function variable(
  node: ts.VariableDeclaration,
  more: Pick<Bind, 'constant' | 'exported'>,
  x: Translation,
): Statement[] {
  const { name, initializer } = node;
  if (ts.isIdentifier(name) && initializer) noteModule(name.text, initializer, x);
  const type = typeOf(node.type, x);
  if (initializer) {
    const binds = declared(name, x.expression(initializer), more, x);
    return type ? binds.map((bind) => (bind.form === 'bind' ? { ...bind, type } : bind)) : binds;
  }
  const bind: Statement = {
    form: 'bind',
    name: x.words(name),
    ...(type && { type }),
    ...more,
    place: x.place(name),
  };
  const value = withoutInitializer(node, x);
  return [value ? { ...bind, value } : bind];
}

/** `const s3 = require('@aws-sdk/client-s3')`: a name for a module that is no file of the workspace. */
function noteModule(name: string, initializer: ts.Expression, x: Translation): void {
  const specifier = wholeModule(initializer);
  if (specifier !== undefined && !isRelative(specifier)) x.outside.add(name);
  if (specifier !== undefined) x.types.add(name);
}

/**
 * A local variable is `undefined` until it is set. One of a module may be set by any function, so nothing is
 * known of it; but what a compiled enum fills, `var E; (function (E) { … })(E || (E = {}))`, begins empty.
 */
function withoutInitializer(node: ts.VariableDeclaration, x: Translation) {
  const statement = node.parent.parent;
  const container = statement.parent;
  if (container && ts.isSourceFile(container) && ts.isVariableStatement(statement)) {
    const next = container.statements[container.statements.indexOf(statement) + 1];
    const fills =
      next &&
      x
        .words(next)
        .replace(/\s+/g, '')
        .startsWith(`(function(${x.words(node.name)})`);
    return fills ? { form: 'record' as const, entries: [], place: x.place(node) } : undefined;
  }
  return ts.isVariableStatement(statement) ? x.literal(node, null) : undefined;
}
