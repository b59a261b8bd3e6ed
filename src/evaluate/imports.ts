import { unknown } from '../model/value.ts';
import type { Import, Program, Statement } from './form.ts';
import { type Frame, make, moduleFrame } from './frame.ts';
import type { Scope } from './scope.ts';
import { execute } from './statements.ts';
import type { Thing } from './thing.ts';

/** What an import brings in: something of another file of the workspace, else a symbol. */
export function importThing(imported: Import, frame: Frame): Thing {
  const { program } = frame.scope;
  if (imported.name === '*') frame.scope.wildcards.push(imported.symbol);
  const found = imported.module === undefined ? undefined : frame.run.load(program, imported);
  if (!found) return { is: 'symbol', symbol: imported.symbol, place: imported.place };
  const scope = moduleOf(found, frame);
  if (imported.imported === '*' || imported.imported === undefined)
    return wholeOf(scope, found, imported, frame);
  const cell = scope.find(imported.imported);
  const thing = cell === undefined ? undefined : frame.run.root.get(cell);
  return (
    thing ?? unknown(`\`${imported.imported}\` is not found in ${found.file}`, { place: imported.place })
  );
}

/** A module of the workspace, run once for what it exports. */
function moduleOf(program: Program, frame: Frame): Scope {
  const known = frame.run.modules.get(program.file);
  if (known) return known;
  const inner = moduleFrame(frame.run, program, false);
  frame.run.modules.set(program.file, inner.scope);
  execute(program.body, inner);
  return inner.scope;
}

function wholeOf(scope: Scope, program: Program, imported: Import, frame: Frame): Thing {
  const entries = new Map(
    program.body.flatMap((statement) => {
      const name = exportedName(statement);
      const cell = name === undefined ? undefined : scope.find(name);
      const thing = cell === undefined ? undefined : frame.run.root.get(cell);
      return thing ? [[name!, { thing }] as const] : [];
    }),
  );
  return make(frame, imported.place, { entries });
}

function exportedName(statement: Statement): string | undefined {
  if (statement.form === 'bind' || statement.form === 'class') return statement.name;
  return statement.form === 'function' ? statement.function.name : undefined;
}
