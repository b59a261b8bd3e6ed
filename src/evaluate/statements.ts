import { unknown } from '../model/value.ts';
import { type Condition, conditionOf, shorten, truth } from './choices.ts';
import { construct, defineClass } from './classes.ts';
import { concatenate, evaluate, meet } from './expressions.ts';
import type { Assign, Bind, Branch, Expression, Loop, Statement, Switch } from './form.ts';
import { declare, type Frame } from './frame.ts';
import { freeze, thaw } from './freeze.ts';
import { importThing } from './imports.ts';
import { literalName, setMember } from './members.ts';
import { blockScope } from './scope.ts';
import { sidedState } from './sides.ts';
import type { State } from './state.ts';
import { armsOf, many, type Thing } from './thing.ts';
import { asDeclared, typed } from './types.ts';

/** How a body ended: with a value, by leaving (`throw`, `break`), or at its end. */
export interface Outcome {
  value?: Thing;
  ended: boolean;
  /** It gave control back to the caller, not only left. */
  returned?: boolean;
  /** Of a body that may have returned on the way: what it gives, by what the rest gives. */
  early?: Early[];
  /** Of a branch one arm of which returned: the state of each, to be joined when the rest has run. */
  parted?: { choice: string; gone: ArmRun; stays: ArmRun };
}

type Early = (rest: Thing) => Thing;

function given(early: Early[], rest: Thing): Thing {
  return early.reduceRight<Thing>((after, each) => each(after), rest);
}

/**
 * Runs statements in order. Where one arm of a branch returns, the rest runs for the other alone: also what stands
 * after an `inner` body. At the end of a function, what the arms left meets again.
 */
export function execute(body: Statement[], frame: Frame, inner = false): Outcome {
  hoist(body, frame);
  const early: Early[] = [];
  let outcome: Outcome = { ended: false };
  const parted: { choice: string; gone: ArmRun; stays: ArmRun; before: State }[] = [];
  let current = frame;
  for (const statement of body) {
    outcome = executeOne(statement, current);
    if (outcome.ended) break;
    early.push(...(outcome.early ?? []));
    if (!outcome.parted) continue;
    parted.push({ ...outcome.parted, before: current.state });
    current = { ...current, state: outcome.parted.stays.state };
  }
  const { ended, returned } = outcome;
  for (const { choice, gone, stays, before } of parted.reverse()) {
    if (ended && !returned) before.adopt(gone.state);
    else if (inner && !ended) before.adopt(stays.state);
    else before.join(choice, [gone, stays]);
  }
  if (early.length === 0) return parted.length > 0 ? { value: outcome.value, ended, returned } : outcome;
  const value = given(early, outcome.value ?? { is: 'absent' });
  return ended ? { value, ended, returned: true } : { value, ended, early };
}

/** Functions and classes are known before the statements run. */
function hoist(body: Statement[], frame: Frame): void {
  for (const statement of body) {
    if (statement.form === 'import') declare(frame, statement.name, importThing(statement, frame));
    if (statement.form === 'function' && statement.function.name !== undefined) {
      const { function: form, place } = statement;
      declare(frame, form.name!, meet({ is: 'function', function: form, scope: frame.scope, place }, frame));
    }
    if (statement.form === 'class') {
      declare(frame, statement.name, {
        is: 'class',
        class: statement,
        scope: frame.scope,
        place: statement.place,
      });
    }
  }
}

function executeOne(statement: Statement, frame: Frame): Outcome {
  switch (statement.form) {
    case 'bind':
      bind(statement, frame);
      break;
    case 'assign':
      assign(statement, frame);
      break;
    case 'run':
      evaluate(statement.expression, frame);
      break;
    case 'branch':
      return branch(statement, frame);
    case 'switch':
      return branch(asBranches(statement), frame);
    case 'loop':
      loop(statement, frame);
      break;
    case 'block':
      return execute(statement.body, { ...frame, scope: blockScope(frame.scope) }, true);
    case 'return':
      return { value: statement.value && evaluate(statement.value, frame), ended: true, returned: true };
    case 'leave':
      return { ended: true };
    case 'class':
      defineClass({ is: 'class', class: statement, scope: frame.scope, place: statement.place }, frame);
      execute(statement.body, { ...frame, scope: blockScope(frame.scope) });
      break;
    case 'import':
    case 'function':
      break;
  }
  return { ended: false };
}

function bind(statement: Bind, frame: Frame): void {
  const open = unknown(`\`${statement.name}\` is set elsewhere`, { place: statement.place });
  let thing = statement.value
    ? asDeclared(evaluate(statement.value, frame), statement.type, frame)
    : typed(statement.type, frame, statement.place, open);
  if (!statement.value && thing.is === 'instance' && !thing.class) thing = { ...thing, made: [] };
  if (!statement.value && thing.is === 'instance' && thing.class) {
    thing = construct(thing.class, [], statement.place, frame);
  }
  const scope = blockScope(frame.scope) === frame.scope ? frame.scope.functionScope : frame.scope;
  declare(frame, statement.name, thing, scope);
}

function assign(statement: Assign, frame: Frame): void {
  const { target, operator, place } = statement;
  const before = operator === '=' ? undefined : evaluate(target, frame);
  const given = evaluate(statement.value, frame);
  const thing = before ? combined(operator, before, given, statement) : given;
  if (target.form === 'reference') {
    const cell = frame.scope.find(target.name);
    if (cell === undefined) declare(frame, target.name, thing, frame.scope.functionScope);
    else frame.state.set(cell, thing);
  } else if (target.form === 'member') {
    const name = literalName(evaluate(target.name, frame));
    setMember(evaluate(target.of, frame), name, { thing, name: target.name.place, entry: place }, frame);
  }
}

function combined(operator: string, before: Thing, given: Thing, statement: Assign): Thing {
  if (operator === '+=' || operator === '.=') return concatenate([before, given], statement.place);
  if (operator === '||=' || operator === '??=') {
    const decided = truth(before);
    if (decided !== undefined && before.is !== 'many') return decided ? before : given;
    return many(`${statement.place.file}:${statement.place.start}`, [
      { when: 'it is set before', thing: before },
      { when: 'it is not set before', thing: given },
    ]);
  }
  return unknown(`\`${operator}\` is not calculated`, { place: statement.place });
}

function branch(statement: Branch, frame: Frame): Outcome {
  const tested = evaluate(statement.condition, frame);
  const decided = tested.is === 'many' ? undefined : truth(tested);
  if (decided !== undefined) {
    const taken = decided ? statement.then : statement.otherwise;
    return execute(taken, { ...frame, scope: blockScope(frame.scope) }, true);
  }
  const condition = conditionOf(statement.condition, frame);
  const then = arm(statement.then, condition.yes, frame);
  const otherwise = arm(statement.otherwise, condition.no, frame);
  const runsOn = [then, otherwise].every(({ outcome }) => !outcome.ended && !outcome.early);
  if (tested.is !== 'many' || !runsOn) return meetAgain(condition, then, otherwise, frame);
  frame.state.adopt(sidedState(tested, condition, then.state, otherwise.state, frame.state));
  return { ended: false };
}

interface ArmRun {
  when: string;
  state: State;
  outcome: Outcome;
}

function arm(body: Statement[], when: string, frame: Frame): ArmRun {
  const state = frame.state.fork();
  const outcome = execute(body, { ...frame, state, scope: blockScope(frame.scope) }, true);
  return { when, state, outcome };
}

function meetAgain(condition: Condition, a: ArmRun, b: ArmRun, frame: Frame): Outcome {
  if (!a.outcome.ended && !b.outcome.ended) {
    frame.state.join(condition.choice, [a, b]);
    if (!a.outcome.early && !b.outcome.early) return { ended: false };
    const within = ({ when, outcome }: ArmRun, rest: Thing) => ({
      when,
      thing: given(outcome.early ?? [], rest),
    });
    return { ended: false, early: [(rest) => many(condition.choice, [within(a, rest), within(b, rest)])] };
  }
  const [gone, stays] = a.outcome.ended ? [a, b] : [b, a];
  const value = gone.outcome.value && carried(gone.outcome.value, gone.state, frame);
  if (stays.outcome.ended) {
    const other = stays.outcome.value && carried(stays.outcome.value, stays.state, frame);
    keepReturned(condition, a, b, frame);
    const returned = gone.outcome.returned || stays.outcome.returned;
    if (!value || !other) return { value: value ?? other, ended: true, returned };
    const arms = [
      { when: gone.when, thing: value },
      { when: stays.when, thing: other },
    ];
    return { value: many(condition.choice, arms), ended: true, returned: true };
  }
  const parted = gone.outcome.returned ? { parted: { choice: condition.choice, gone, stays } } : {};
  if (!gone.outcome.returned) frame.state.adopt(stays.state);
  const after = stays.outcome.early ?? [];
  if (!value) return { ended: false, early: after, ...parted };
  const returned: Early = (rest) =>
    many(condition.choice, [
      { when: gone.when, thing: value },
      { when: stays.when, thing: rest },
    ]);
  return { ended: false, early: [returned, ...after], ...parted };
}

/** Where both arms end, what those that returned have changed is what the caller finds. */
function keepReturned(condition: Condition, a: ArmRun, b: ArmRun, frame: Frame): void {
  if (a.outcome.returned && b.outcome.returned) frame.state.join(condition.choice, [a, b]);
  else if (a.outcome.returned) frame.state.adopt(a.state);
  else if (b.outcome.returned) frame.state.adopt(b.state);
}

/** What an arm returned, as it was there. */
function carried(value: Thing, state: State, frame: Frame): Thing {
  const touched = armsOf(value).some((thing) => thing.is === 'instance' && state.changed(thing.id));
  if (touched) return thaw(freeze(value, state), frame);
  frame.state.adoptNew(state);
  return value;
}

/** A `switch` as branches, each tested when those before it are not taken. */
function asBranches(statement: Switch): Branch {
  const { place } = statement;
  const fallback = statement.cases.find((each) => each.tests.length === 0)?.body ?? [];
  const tested = statement.cases.map((each, at) => ({ tests: each.tests, body: bodyOf(statement, at) }));
  const branches = tested.filter((each) => each.tests.length > 0);
  const chain = branches.reduceRight<Statement[]>(
    (otherwise, each) => [
      {
        form: 'branch',
        condition: testOf(statement.subject, each.tests),
        then: withoutBreak(each.body),
        otherwise,
        place,
      },
    ],
    withoutBreak(fallback),
  );
  const [first] = chain;
  if (first?.form === 'branch') return first;
  return {
    form: 'branch',
    condition: { form: 'literal', value: true, place },
    then: chain,
    otherwise: [],
    place,
  };
}

function bodyOf(statement: Switch, at: number): Statement[] {
  const each = statement.cases[at]!;
  if (!each.fallsThrough || at + 1 >= statement.cases.length) return each.body;
  return [...each.body, ...bodyOf(statement, at + 1)];
}

function withoutBreak(body: Statement[]): Statement[] {
  return body.at(-1)?.form === 'leave' ? body.slice(0, -1) : body;
}

function testOf(subject: Expression | undefined, tests: Expression[]): Expression {
  const each = tests.map((test): Expression => {
    if (!subject) return test;
    return { form: 'operation', operator: '==', operands: [subject, test], place: test.place };
  });
  if (each.length === 1) return each[0]!;
  const place = { ...each[0]!.place, end: each.at(-1)!.place.end };
  return { form: 'operation', operator: '||', operands: each, place };
}

function loop(statement: Loop, frame: Frame): void {
  const state = frame.state.fork();
  const inner: Frame = { ...frame, state, scope: blockScope(frame.scope) };
  const over = statement.over && evaluate(statement.over, inner);
  if (statement.bind !== undefined) {
    const words = statement.over
      ? shorten(frame.scope.program.text.slice(statement.over.place.start, statement.over.place.end))
      : '';
    const { place } = statement;
    declare(
      inner,
      statement.bind,
      elements(over, inner) ??
        unknown(`an element of \`${words}\``, { place, origin: `${place.file}:${place.start}` }),
    );
  }
  execute(statement.body, inner);
  frame.state.blur(state, 'changed in a loop');
}

/** A short list that is written out: its elements are a choice. */
function elements(over: Thing | undefined, frame: Frame): Thing | undefined {
  if (over?.is !== 'instance') return undefined;
  const { items, rest } = frame.state.contents(over.id);
  if (!items || rest || items.length === 0 || items.length > 8) return undefined;
  return many(
    `loop:${over.place.file}:${over.place.start}`,
    items.map((thing, at) => ({ when: `round ${at + 1}`, thing })),
  );
}
