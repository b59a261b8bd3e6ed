import type { Place } from '../model/place.ts';
import { unknown } from '../model/value.ts';
import { evaluate } from './expressions.ts';
import { type Frame, make } from './frame.ts';
import { callFunction, recordCallSite, runHome } from './functions.ts';
import { basesOf, classStatics, setMember } from './members.ts';
import { fitting } from './overloads.ts';
import { Scope } from './scope.ts';
import {
  type ClassThing,
  type EvaluatedArgument,
  type FunctionThing,
  type Instance,
  pathOf,
  type Thing,
} from './thing.ts';
import { asDeclared, typed } from './types.ts';

/** Makes an instance of a class of this workspace: its fields, then its constructor. */
export function construct(of: ClassThing, args: EvaluatedArgument[], place: Place, frame: Frame): Thing {
  const made = newInstance(of, place, args, frame);
  const initializer = constructorOf(of, frame, args);
  if (initializer) {
    recordCallSite(initializer.function, args, place, frame);
    callFunction({ ...initializer, self: made }, args, frame, place);
  } else {
    for (const arg of args) {
      if (arg.name)
        setMember(made, arg.name, { thing: arg.thing, name: arg.namePlace, entry: arg.place }, frame);
    }
  }
  return made;
}

function newInstance(of: ClassThing, place: Place, args: EvaluatedArgument[], frame: Frame): Instance {
  const outer = outerBase(of, frame);
  const rest =
    outer === undefined ? undefined : unknown(`\`${of.class.name}\` extends what cannot be seen`, { place });
  const made = make(
    frame,
    place,
    { entries: new Map(), rest },
    { class: of, made: args, ...(outer && { type: outer }) },
  );
  initFields(of, made, frame);
  return made;
}

/** The type outside this workspace that a class extends. */
function outerBase(of: ClassThing, frame: Frame): string | undefined {
  for (const base of of.class.bases) {
    const thing = evaluate(base, { ...frame, scope: of.scope });
    if (thing.is === 'symbol') return pathOf(thing);
  }
  return basesOf(of, frame)
    .map((base) => outerBase(base, frame))
    .find(Boolean);
}

function initFields(of: ClassThing, made: Instance, frame: Frame): void {
  for (const base of basesOf(of, frame)) initFields(base, made, frame);
  const inner: Frame = { ...frame, scope: new Scope(of.scope.program, of.scope, true), self: made };
  for (const field of of.class.fields) {
    if (field.isStatic) continue;
    const open = unknown(`\`${field.name}\` is set elsewhere`, {
      place: field.place,
      origin: fieldOrigin(of, field.name),
    });
    const thing = field.value
      ? asDeclared(evaluate(field.value, inner), field.type, inner)
      : typed(field.type, inner, field.place, open);
    setMember(made, field.name, { thing, entry: field.place }, inner);
  }
}

function fieldOrigin(of: ClassThing, name: string): string {
  return `${of.place.file}:${of.place.start}.${name}`;
}

/** The constructor for some arguments; without them, that which says most. */
export function constructorOf(
  of: ClassThing,
  frame: Frame,
  args?: EvaluatedArgument[],
): FunctionThing | undefined {
  const own = of.class.methods.filter((method) => method.isConstructor);
  const most = own.toSorted((a, b) => b.params.length - a.params.length)[0];
  const found = args ? fitting(own, args) : most;
  if (found) return { is: 'function', function: found, scope: of.scope, place: found.place };
  for (const base of basesOf(of, frame)) {
    const inherited = constructorOf(base, frame, args);
    if (inherited) return inherited;
  }
  return undefined;
}

/** Static fields, enum members and the statements of a class body. */
export function defineClass(of: ClassThing, frame: Frame): void {
  const statics = classStatics(of, frame);
  const inner: Frame = { ...frame, scope: new Scope(of.scope.program, of.scope, true), self: of };
  for (const field of of.class.fields) {
    if (!field.isStatic) continue;
    const open = unknown(`\`${field.name}\` is set elsewhere`, { place: field.place });
    const thing = field.value
      ? asDeclared(evaluate(field.value, inner), field.type, inner)
      : typed(field.type, inner, field.place, open);
    setMember(statics, field.name, { thing, entry: field.place }, inner);
  }
}

/** The instance that stands for every object of a class: made once, by its constructor run for its own sake. */
export function selfOf(of: ClassThing, frame: Frame): Instance {
  const found = frame.run.selves.get(of.class);
  if (found) return found;
  const root: Frame = { ...frame, state: frame.run.root, self: undefined, depth: 0, home: false };
  const making: Frame = { ...root, home: frame.scope.program === of.scope.program, around: of.place.start };
  const self = newInstance(of, of.place, [], making);
  if (making.home) frame.run.listener.finished?.(making);
  frame.run.selves.set(of.class, self);
  for (const base of basesOf(of, root)) {
    const inherited = constructorOf(base, root);
    if (inherited) runHome({ ...inherited, self }, root, true, root.state);
  }
  const initializer = constructorOf(of, root);
  if (initializer) runHome({ ...initializer, self }, root, true, root.state);
  return self;
}
