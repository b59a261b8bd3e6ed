import type { Place } from '../model/place.ts';
import { unknown } from '../model/value.ts';
import { builtin } from './builtins.ts';
import { construct } from './classes.ts';
import { evaluate } from './expressions.ts';
import type { Argument, Call, Expression } from './form.ts';
import { type CallEvent, type Frame, make } from './frame.ts';
import { callFunction, recordCallSite, runCallback, runInPlace } from './functions.ts';
import { hide } from './lay.ts';
import { literalName, member, setMember } from './members.ts';
import { overloadOf } from './overloads.ts';
import {
  armsOf,
  type EvaluatedArgument,
  type FunctionThing,
  type Instance,
  mapThing,
  pathOf,
  type Thing,
} from './thing.ts';

/** What is called: a method by name on a receiver, or a thing itself. */
interface Target {
  receiver?: Thing;
  method?: string;
  name: Place;
}

export function call(expression: Call, frame: Frame): Thing {
  const { callee, place } = expression;
  const target = targetOf(callee, frame);
  const args = expression.args.flatMap((argument) => evaluateArgument(argument, frame));
  const what = target.receiver ?? evaluate(callee, frame);
  const result = mapThing(what, (thing) => callOne(thing, target, args, place, frame));
  if (!armsOf(what).some((thing) => isFollowed(thing, target.method, frame)))
    runCallbacks(args, result, frame);
  return result;
}

function targetOf(callee: Expression, frame: Frame): Target {
  if (callee.form !== 'member') return { name: callee.place };
  const method = literalName(evaluate(callee.name, frame));
  return { receiver: evaluate(callee.of, frame), method, name: callee.name.place };
}

function evaluateArgument(argument: Argument, frame: Frame): EvaluatedArgument[] {
  const thing = evaluate(argument.value, frame);
  const { name, namePlace, place } = argument;
  if (!argument.spread) return [{ name, namePlace, thing, place }];
  const contents =
    thing.is === 'instance' && thing.type === undefined ? frame.state.contents(thing.id) : undefined;
  if (contents?.items && !contents.rest) return contents.items.map((item) => ({ thing: item, place }));
  return [{ thing, place, spread: argument.spread }];
}

function callOne(
  thing: Exclude<Thing, { is: 'many' }>,
  target: Target,
  args: EvaluatedArgument[],
  place: Place,
  frame: Frame,
): Thing {
  if (target.receiver === undefined) return callThing(thing, args, place, target.name, frame);
  if (target.method === undefined) return unknown('a method that cannot be known', { place });
  const followed = followedMethod(thing, target.method, frame);
  if (followed) return callFollowed(followed, args, place, frame);
  const held = args.length === 0 ? heldField(thing, target.method, frame) : undefined;
  if (held) return held;
  const known = builtin({ receiver: thing, method: target.method, args, place, name: target.name, frame });
  return known ?? callOutside(thing, target.method, args, place, target.name, frame);
}

/** `config.bucket()` of Ruby's readers and Java's records is the field itself. */
function heldField(thing: Thing, name: string, frame: Frame): Thing | undefined {
  if (thing.is !== 'instance' || thing.class === undefined) return undefined;
  return frame.state.contents(thing.id).entries.get(name)?.thing;
}

/** A function of this workspace under a method's name: `object.helper()`, `this.build()`. */
function followedMethod(thing: Thing, method: string, frame: Frame): FunctionThing | Thing | undefined {
  if (thing.is === 'function') {
    return method === 'call' || method === 'invoke' || method === 'apply' || method === 'bind'
      ? thing
      : undefined;
  }
  if (thing.is === 'class' && method === 'new') return thing;
  if (thing.is !== 'instance' && thing.is !== 'class') return undefined;
  if (thing.is === 'instance' && thing.class === undefined) {
    if (thing.type !== undefined) return undefined;
    const held = frame.state.contents(thing.id).entries.get(method)?.thing;
    return held?.is === 'function' ? held : undefined;
  }
  const found = member(thing, method, thing.place, frame);
  return found.is === 'function' ? found : undefined;
}

function isFollowed(thing: Thing, method: string | undefined, frame: Frame): boolean {
  if (method === undefined) return thing.is === 'function' || thing.is === 'class';
  return followedMethod(thing, method, frame) !== undefined;
}

function callFollowed(thing: Thing, args: EvaluatedArgument[], place: Place, frame: Frame): Thing {
  if (thing.is === 'class') return construct(thing, args, place, frame);
  if (thing.is !== 'function') return unknown('what is called here cannot be followed', { place });
  const fit = overloadOf(thing, args);
  recordCallSite(fit.function, args, place, frame);
  return callFunction(fit, args, frame, place);
}

function callThing(
  thing: Exclude<Thing, { is: 'many' }>,
  args: EvaluatedArgument[],
  place: Place,
  name: Place,
  frame: Frame,
): Thing {
  if (thing.is === 'function' || thing.is === 'class') return callFollowed(thing, args, place, frame);
  const method = boundMethod(thing);
  if (method) return callOutside(method.receiver, method.name, [...method.args, ...args], place, name, frame);
  const path = pathOf(thing);
  const known = thing.is === 'symbol' ? builtin({ method: path, args, place, name, frame }) : undefined;
  if (known) return known;
  const result = make(
    frame,
    place,
    { entries: new Map(), rest: opaqueResult(thing, path, place) },
    { type: path, made: args },
  );
  const heard = frame.run.listener.called?.({ path, args, place, name, result, frame });
  if (!heard) handOverTo(thing, path, args, frame);
  return heard ?? result;
}

/** A method that is held as a value: `put = client.put_object`, `partial(client.put_object, Bucket=b)`. */
export function boundMethod(
  thing: Thing,
): { receiver: Instance; name: string; args: EvaluatedArgument[] } | undefined {
  const last = thing.is === 'instance' ? thing.trail.at(-1) : undefined;
  if (thing.is !== 'instance' || !last?.bound) return undefined;
  return { receiver: { ...thing, trail: thing.trail.slice(0, -1) }, name: last.name, args: last.args };
}

/** A method of something outside this workspace: heard of by SDK data, and kept as an entry of its receiver. */
function callOutside(
  receiver: Exclude<Thing, { is: 'many' }>,
  method: string,
  args: EvaluatedArgument[],
  place: Place,
  name: Place,
  frame: Frame,
): Thing {
  const path = `${pathOf(receiver)}.${method}`;
  const result = resultOf(receiver, method, args, place, path, frame);
  const override = report({ path, receiver, args, place, name, result, frame });
  if (override !== result) return override;
  if (hook.test(method)) handOver(args, method, frame);
  if (upon.test(method)) handOver([{ thing: receiver, place }], method, frame);
  if (receiver.is === 'instance') keepAsEntry(receiver, method, args, place, name, frame);
  return result;
}

/** Methods that run what they are given upon their receiver. */
const upon = /^(apply|also|tap)$/;

/** Methods by which what is given is changed by code that cannot be seen: consumers, customizers, hooks. */
const hook =
  /^(accept|apply|invoke|call|run|let|also|customi[sz]e\w*|decorate\w*|modify\w*|before[A-Z]\w*|intercept\w*)$/i;

/** Functions that, by their names, only look at what they are given. */
const looker = /log|print|debug|inspect|clone|copy|valid|assert|check|stringify|^(get|is|has)[A-Z_]/i;

/** A function that cannot be seen may change the objects that it is given, unless its name says that it does not. */
function handOverTo(thing: Thing, path: string, args: EvaluatedArgument[], frame: Frame): void {
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (thing.is === 'unknown') handOver(args, 'a function', frame);
  else if (hook.test(last)) handOver(args, last, frame);
  else if (thing.is === 'symbol' && !path.startsWith('*.') && /^[a-z]/.test(last) && !looker.test(last)) {
    const isPlain = (arg: EvaluatedArgument) => arg.thing.is === 'instance' && arg.thing.type === undefined;
    handOver(args.filter(isPlain), last, frame);
  }
}

/** An object that is given to code that cannot be seen may be changed there. */
function handOver(args: EvaluatedArgument[], method: string, frame: Frame): void {
  for (const arg of args) {
    for (const thing of armsOf(arg.thing)) {
      if (thing.is !== 'instance' || thing.class) continue;
      const rest = unknown(`\`${method}\` may change it`, { place: arg.place });
      frame.state.put(thing.id, hide(frame.state.contents(thing.id), rest));
    }
  }
}

/** A setter's or builder's argument becomes an entry of the receiver under the method's name. */
function keepAsEntry(
  receiver: Instance,
  method: string,
  args: EvaluatedArgument[],
  place: Place,
  name: Place,
  frame: Frame,
): void {
  const [first] = args;
  if (receiver.type === undefined || (!first && /^(get|is|has|build|to[A-Z])/.test(method))) return;
  const thing = first ? first.thing : unknown(`\`${method}()\` has no argument`, { place });
  const entry = { file: place.file, start: name.start, end: place.end };
  if (args.length === 1 || first === undefined) setMember(receiver, method, { thing, name, entry }, frame);
  else if (args.length === 2) keepPair(receiver, method, args, { name, entry }, frame);
}

/** `AddMetadata(name, value)`: an entry of a map of its own. */
function keepPair(
  receiver: Instance,
  method: string,
  args: EvaluatedArgument[],
  written: { name: Place; entry: Place },
  frame: Frame,
): void {
  const held = frame.state.contents(receiver.id).entries.get(method)?.thing;
  const map = held?.is === 'instance' && held.type === undefined ? held : make(frame, written.entry);
  const [name, value] = args;
  setMember(
    map,
    literalName(name!.thing),
    { thing: value!.thing, name: name!.place, entry: written.entry },
    frame,
  );
  setMember(receiver, method, { thing: map, ...written }, frame);
}

function resultOf(
  receiver: Exclude<Thing, { is: 'many' }>,
  method: string,
  args: EvaluatedArgument[],
  place: Place,
  path: string,
  frame: Frame,
): Instance {
  if (receiver.is === 'instance' && receiver.type !== undefined) {
    return { ...receiver, trail: [...receiver.trail, { name: method, args }], place };
  }
  const contents = { entries: new Map(), rest: opaqueResult(receiver, path, place) };
  const type = receiver.is === 'symbol' ? path : '?';
  const trail = receiver.is === 'symbol' ? [] : [{ name: method, args }];
  return make(frame, place, contents, { type, made: args, trail });
}

function opaqueResult(thing: Thing, path: string, place: Place) {
  const words = path.replace(/^[*?]\.?/, '') || 'a call';
  const reason = thing.is === 'unknown' ? thing.reason : `what \`${words}()\` gives cannot be known`;
  return unknown(reason, { place, origin: `${place.file}:${place.start}` });
}

function report(event: CallEvent): Thing {
  return event.frame.run.listener.called?.(event) ?? event.result;
}

/** Functions that are handed to code outside this workspace may run: their bodies are followed here. */
function runCallbacks(args: EvaluatedArgument[], result: Thing, frame: Frame): void {
  for (const arg of args) {
    for (const thing of armsOf(arg.thing)) {
      if (thing.is !== 'function' || frame.run.applied.has(thing.function)) continue;
      if (thing.function.receiver && result.is === 'instance') {
        runInPlace({ ...thing, self: result }, [{ thing: result, place: arg.place }], frame, arg.place);
      } else runCallback(thing, result, frame);
    }
  }
}
