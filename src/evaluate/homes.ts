import { selfOf } from './classes.ts';
import type { ClassStatement, FunctionForm, Program, Statement } from './form.ts';
import { type Frame, moduleFrame, type Run } from './frame.ts';
import { runHome, runMet } from './functions.ts';
import { namesCalled } from './names.ts';
import { execute } from './statements.ts';
import type { ClassThing, FunctionThing } from './thing.ts';

/**
 * Follows a whole file: its top level, then every function and method for its own sake, callers before those
 * they call, so that parameters are known by their call sites.
 */
export function follow(program: Program, run: Run): void {
  const frame = moduleFrame(run, program, true);
  run.modules.set(program.file, frame.scope);
  execute(program.body, frame);
  run.listener.finished?.(frame);
  const homes = homesOf(program.body, frame);
  const callers = callersOf(homes);
  const begun = new Set<Home>();
  for (const home of homes) begin(home, callers, begun);
  runMet(0, run);
}

interface Home {
  name: string;
  function: FunctionForm;
  exported: boolean;
  run(): unknown;
}

function begin(home: Home, callers: Map<string, Home[]>, begun: Set<Home>): void {
  if (begun.has(home)) return;
  begun.add(home);
  for (const caller of callers.get(home.name) ?? []) begin(caller, callers, begun);
  home.run();
}

function callersOf(homes: Home[]): Map<string, Home[]> {
  const callers = new Map<string, Home[]>();
  for (const home of homes) {
    for (const name of namesCalled(home.function)) {
      callers.set(name, [...(callers.get(name) ?? []), home]);
    }
  }
  return callers;
}

function homesOf(body: Statement[], frame: Frame): Home[] {
  return body.flatMap((statement): Home[] => {
    if (statement.form === 'function')
      return functionHome(statement.function, statement.exported ?? false, frame);
    if (statement.form === 'bind' && statement.value?.form === 'lambda') {
      return functionHome(
        { ...statement.value.function, name: statement.name },
        statement.exported ?? false,
        frame,
      );
    }
    if (statement.form === 'class') return classHomes(statement, frame);
    if (statement.form === 'block') return homesOf(statement.body, frame);
    if (statement.form === 'branch') return homesOf([...statement.then, ...statement.otherwise], frame);
    return [];
  });
}

function functionHome(form: FunctionForm, exported: boolean, frame: Frame): Home[] {
  const name = form.name ?? '';
  const thing = named(name, frame);
  const of = thing?.is === 'function' ? thing : undefined;
  if (!of) return [];
  return [{ name, function: form, exported, run: () => runHome(of, frame, exported) }];
}

function named(name: string, frame: Frame) {
  const cell = frame.scope.find(name);
  return cell === undefined ? undefined : frame.state.get(cell);
}

function classHomes(statement: ClassStatement, frame: Frame): Home[] {
  const of: ClassThing = { is: 'class', class: statement, scope: frame.scope, place: statement.place };
  const methods = statement.methods.map((method): Home => {
    const name = method.isConstructor ? statement.name : (method.name ?? '');
    return { name, function: method, exported: false, run: () => runMethod(of, method, frame) };
  });
  const { name, place } = statement;
  const itself: Home = {
    name,
    function: { params: [], body: [], place },
    exported: true,
    run: () => selfOf(of, frame),
  };
  return [...methods, itself, ...homesOf(statement.body, frame)];
}

function runMethod(of: ClassThing, method: FunctionForm, frame: Frame): void {
  const self = selfOf(of, frame);
  if (method.isConstructor) return;
  const bound: FunctionThing = {
    is: 'function',
    function: method,
    scope: of.scope,
    self: method.isStatic ? of : self,
    place: method.place,
  };
  runHome(bound, { ...frame, self: bound.self }, false);
}
