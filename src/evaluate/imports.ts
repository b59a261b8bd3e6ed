import { unknown } from '../model/value.ts';
import type { Import, Program, Statement } from './form.ts';
import { declare, type Frame, make, moduleFrame } from './frame.ts';
import { member } from './members.ts';
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
  if (imported.name === '*') for (const [name, thing] of exportsOf(scope, frame)) declare(frame, name, thing);
  if (imported.imported === '*' || imported.imported === undefined) return wholeOf(scope, imported, frame);
  const thing = namedThing(imported.imported, scope, imported, frame);
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

function topLevel(name: string, scope: Scope, frame: Frame): Thing | undefined {
  const cell = scope.find(name);
  return cell === undefined ? undefined : frame.run.root.get(cell);
}

/** An export by its name; of CommonJS, an entry of what the module gives as a whole. */
function namedThing(name: string, scope: Scope, imported: Import, frame: Frame): Thing | undefined {
  const own = topLevel(name, scope, frame);
  const whole = topLevel('module.exports', scope, frame);
  if (own || !whole) return own;
  const found = member(whole, name, imported.place, frame);
  return name === 'default' && found.is === 'absent' ? whole : found;
}

function wholeOf(scope: Scope, imported: Import, frame: Frame): Thing {
  const whole = topLevel('module.exports', scope, frame);
  if (whole) return whole;
  const entries = new Map([...exportsOf(scope, frame)].map(([name, thing]) => [name, { thing }] as const));
  return make(frame, imported.place, { entries });
}

/** What a module's top level declares, and what it passes on. */
function exportsOf(scope: Scope, frame: Frame): Map<string, Thing> {
  const names = scope.program.body.flatMap((statement) => exportedNames(statement, scope, frame));
  return new Map(
    names.flatMap((name) => {
      const thing = topLevel(name, scope, frame);
      return thing ? [[name, thing] as const] : [];
    }),
  );
}

function exportedNames(statement: Statement, scope: Scope, frame: Frame): string[] {
  if (statement.form === 'bind' || statement.form === 'class') return [statement.name];
  if (statement.form === 'function') return statement.function.name ? [statement.function.name] : [];
  if (statement.form !== 'import' || statement.name !== '*' || statement.module === undefined) return [];
  const found = frame.run.load(scope.program, statement);
  const passedOn = found && frame.run.modules.get(found.file);
  return passedOn && passedOn !== scope ? [...exportsOf(passedOn, frame).keys()] : [];
}
