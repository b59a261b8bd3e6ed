import { Lines, type Place } from '../model/place.ts';
import { absent, unknown } from '../model/value.ts';
import { truth } from './choices.ts';
import { evaluate } from './expressions.ts';
import type { FunctionForm, Parameter, Program } from './form.ts';
import { declare, type Frame, make, type Run } from './frame.ts';
import { type Frozen, freeze, thaw } from './freeze.ts';
import { Scope } from './scope.ts';
import { execute } from './statements.ts';
import { type EvaluatedArgument, type FunctionThing, many, type Thing } from './thing.ts';
import { typed } from './types.ts';

const deepest = 8;
/** Languages in which an argument cannot be left out for nothing. */
const typedLanguages = new Set(['cpp', 'csharp', 'go', 'java', 'kotlin', 'rust', 'swift']);
/** More call sites than these are too many to be a choice. */
const mostCallSites = 8;

/** Runs a function of this workspace for its result and for what it changes. */
export function callFunction(
  of: FunctionThing,
  args: EvaluatedArgument[],
  frame: Frame,
  place: Place,
): Thing {
  if (frame.depth >= deepest || frame.run.active.has(of.function)) {
    return unknown(`\`${of.function.name ?? 'a function'}()\` calls itself or goes too deep`, { place });
  }
  const inner = enter(of, frame, false);
  bindParameters(of.function.params, args, inner, place);
  frame.run.active.add(of.function);
  const outcome = execute(of.function.body, inner);
  frame.run.active.delete(of.function);
  return outcome.value ?? absent;
}

function enter(of: FunctionThing, frame: Frame, home: boolean): Frame {
  const scope = new Scope(of.scope.program, of.scope, true);
  return {
    ...frame,
    scope,
    self: of.self ?? frame.self,
    depth: home ? frame.depth : frame.depth + 1,
    home,
    around: of.function.place.start,
  };
}

function bindParameters(params: Parameter[], args: EvaluatedArgument[], frame: Frame, place: Place): void {
  const spread = args.find((arg) => arg.spread);
  const named = new Map(args.flatMap((arg) => (arg.name === undefined ? [] : [[arg.name, arg] as const])));
  const positional = args.filter((arg) => arg.name === undefined && !arg.spread);
  for (const param of params) {
    if (param.rest === 'list') {
      declare(frame, param.name, restList(positional.splice(0), spread, frame, place));
    } else if (param.rest === 'record') {
      declare(frame, param.name, restRecord(named, params, spread, frame, place));
    } else {
      const given = named.get(param.name) ?? positional.shift();
      declare(frame, param.name, given?.thing ?? missing(param, spread, frame));
    }
  }
}

function missing(param: Parameter, spread: EvaluatedArgument | undefined, frame: Frame): Thing {
  if (spread) return unknown('it may be among the arguments that are spread', { place: spread.place });
  if (param.default) return evaluate(param.default, frame);
  if (!typedLanguages.has(frame.scope.program.language)) return absent;
  return unknown(`\`${param.name}\` has a default that is written elsewhere`, { place: param.place });
}

function restList(
  given: EvaluatedArgument[],
  spread: EvaluatedArgument | undefined,
  frame: Frame,
  place: Place,
): Thing {
  const rest = spread && unknown('the arguments are spread', { place: spread.place });
  return make(frame, place, { entries: new Map(), items: given.map((arg) => arg.thing), rest });
}

function restRecord(
  named: Map<string, EvaluatedArgument>,
  params: Parameter[],
  spread: EvaluatedArgument | undefined,
  frame: Frame,
  place: Place,
): Thing {
  const own = new Set(params.map((param) => param.name));
  const entries = new Map(
    [...named]
      .filter(([name]) => !own.has(name))
      .map(([name, arg]) => [name, { thing: arg.thing, name: arg.namePlace, entry: arg.place }] as const),
  );
  if (spread?.spread === 'record' && spread.thing.is === 'instance' && entries.size === 0)
    return spread.thing;
  const rest = spread && unknown('the arguments are spread', { place: spread.place });
  return make(frame, place, { entries, rest });
}

const lines = new WeakMap<Program, Lines>();

function linesOf(program: Program): Lines {
  const known = lines.get(program) ?? new Lines(program.text);
  lines.set(program, known);
  return known;
}

/** Remembers what a function of this workspace is called with, for when it is run for its own sake. */
export function recordCallSite(
  of: FunctionForm,
  args: EvaluatedArgument[],
  place: Place,
  frame: Frame,
): void {
  if (!frame.home) return;
  const sites = frame.run.callSites.get(of) ?? [];
  if (sites.length > mostCallSites || sites.some((site) => site.place.start === place.start)) return;
  const line = `called in line ${linesOf(frame.scope.program).position(place.start).line}`;
  // Arms of one choice are told apart by their words.
  const again = sites.filter((site) => site.line.startsWith(line)).length;
  sites.push({
    place,
    line: again ? `${line}, time ${again + 1}` : line,
    args: args.map((arg) => ({ ...arg, frozen: freeze(arg.thing, frame.state) })),
  });
  frame.run.callSites.set(of, sites);
}

/**
 * Runs a function for its own sake: its requests are facts. Its parameters are a choice among the call sites
 * that are seen, and unknown where there are none, too many, or others outside this file. What it changes is
 * gone with its `state`, unless the caller keeps that.
 */
export function runHome(
  of: FunctionThing,
  frame: Frame,
  exported: boolean,
  state = frame.state.fork(),
): void {
  if (frame.run.done.has(of.function)) return;
  frame.run.done.add(of.function);
  frame.run.begin();
  const inner = { ...enter(of, frame, true), state };
  const sites = frame.run.callSites.get(of.function) ?? [];
  const choice = `call:${of.scope.program.file}:${of.function.place.start}`;
  const seen = sites.length > 0 && sites.length <= mostCallSites ? sites : [];
  for (const param of of.function.params) declare(inner, param.name, fallback(param, inner));
  if (seen.length === 1 && !exported) bindFrozen(of.function.params, seen[0]!.args, inner, seen[0]!.place);
  else if (seen.length > 0) bindChoice(of.function.params, seen, choice, exported, inner);
  frame.run.active.add(of.function);
  const met = frame.run.met.length;
  execute(of.function.body, inner);
  runMet(met, frame.run);
  frame.run.active.delete(of.function);
  frame.run.listener.finished?.(inner);
}

/** Runs for their own sake the functions that a body made and that nothing has run yet. */
export function runMet(from: number, run: Run): void {
  for (const { of, frame } of run.met.splice(from)) runHome(of, frame, false);
}

function bindFrozen(params: Parameter[], args: FrozenArgument[], frame: Frame, place: Place): void {
  bindParameters(
    params,
    args.map((arg) => ({ ...arg, thing: thaw(arg.frozen, frame) })),
    frame,
    place,
  );
}

export interface FrozenArgument extends EvaluatedArgument {
  frozen: Frozen;
}

function bindChoice(
  params: Parameter[],
  sites: { args: FrozenArgument[]; place: Place; line: string }[],
  choice: string,
  exported: boolean,
  frame: Frame,
): void {
  const fallbacks = params.map((param) => fallback(param, frame));
  const bound = sites.map((site) => {
    const at: Frame = { ...frame, scope: new Scope(frame.scope.program, frame.scope, true) };
    bindFrozen(params, site.args, at, site.place);
    return { when: site.line, at };
  });
  params.forEach((param, index) => {
    const arms = bound.map(({ when, at }) => ({
      when,
      thing: at.state.get(at.scope.own(param.name) ?? -1) ?? absent,
    }));
    if (exported) arms.push({ when: 'called elsewhere', thing: fallbacks[index]! });
    declare(frame, param.name, many(choice, arms, param.place));
  });
}

function fallback(param: Parameter, frame: Frame): Thing {
  const reason = `\`${param.name}\` is a parameter`;
  const origin = `${param.place.file}:${param.place.start}`;
  const open = typed(param.type, frame, param.place, unknown(reason, { place: param.place, origin }));
  if (param.default === undefined) return open;
  return many(`default:${origin}`, [
    { when: `\`${param.name}\` is left out`, thing: evaluate(param.default, frame) },
    { when: `\`${param.name}\` is given`, thing: open },
  ]);
}

/** A callback: its parameters are unknown, and what it changes outside itself cannot be known. */
export function runCallback(of: FunctionThing, result: Thing, frame: Frame): void {
  if (frame.depth >= deepest || frame.run.active.has(of.function)) return;
  const inner = { ...enter(of, frame, frame.home), depth: frame.depth + 1, state: frame.state.fork() };
  for (const param of of.function.params) {
    declare(inner, param.name, fallback(param, inner));
  }
  if (of.function.receiver && truth(result) !== false) inner.self = result;
  frame.run.active.add(of.function);
  frame.run.done.add(of.function);
  const met = frame.run.met.length;
  execute(of.function.body, inner);
  runMet(met, frame.run);
  frame.run.active.delete(of.function);
  frame.run.listener.finished?.(inner);
  frame.state.blur(inner.state, 'changed in a closure');
}

/** Runs a function upon one object, as a builder's lambda or a block with a receiver is run. */
export function applyTo(of: FunctionThing, subject: Thing, frame: Frame): Thing {
  frame.run.done.add(of.function);
  frame.run.applied.add(of.function);
  const self = of.function.receiver ? subject : of.self;
  const quiet = { ...frame, home: false };
  return callFunction({ ...of, self }, [{ thing: subject, place: of.place }], quiet, of.place);
}

/** Runs a block that its caller runs once, in its place: its requests are the caller's. */
export function runInPlace(of: FunctionThing, args: EvaluatedArgument[], frame: Frame, place: Place): Thing {
  if (frame.depth >= deepest || frame.run.active.has(of.function)) {
    return unknown('a block goes too deep', { place });
  }
  frame.run.done.add(of.function);
  frame.run.applied.add(of.function);
  const inner = { ...enter(of, frame, frame.home), depth: frame.depth + 1, around: frame.around };
  bindParameters(of.function.params, args, inner, place);
  frame.run.active.add(of.function);
  const met = frame.run.met.length;
  const outcome = execute(of.function.body, inner);
  if (frame.home) runMet(met, frame.run);
  frame.run.active.delete(of.function);
  return outcome.value ?? absent;
}
