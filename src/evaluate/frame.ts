import type { Place } from '../model/place.ts';
import type { ClassStatement, FunctionForm, Import, Program } from './form.ts';
import type { FrozenArgument } from './functions.ts';
import { Scope } from './scope.ts';
import { type Contents, empty, State } from './state.ts';
import type { EvaluatedArgument, FunctionThing, Instance, Thing } from './thing.ts';

/** A call that was met, while the state is as it was then. */
export interface CallEvent {
  /** The dotted path of what is called: `@aws-sdk/client-s3.S3Client.send`; `?.put_object` on an unknown receiver. */
  path: string;
  /** The thing whose method is called. */
  receiver?: Thing;
  args: EvaluatedArgument[];
  place: Place;
  /** The method's or function's name in the text. */
  name: Place;
  /** The object that the call results in, where nothing better is known. */
  result: Instance;
  frame: Frame;
}

/** What the data of SDKs wants to hear of. */
export interface Listener {
  /** Met while a function is run for its own sake; a returned thing is the call's result. */
  called?(event: CallEvent): Thing | undefined;
  /** A function that was run for its own sake, or the module, has ended; its state is still there. */
  finished?(frame: Frame): void;
  /** Two things are compared, or combined by another operator. */
  compared?(operator: string, operands: Thing[], place: Place, frame: Frame): void;
}

/** How a name of another module is found in the workspace. */
export type Load = (from: Program, imported: Import) => Program | undefined;

/** Expressions that are followed in one file, and in one of its functions with all that it calls. */
const mostSteps = 150_000;
const mostStepsInside = 8_000;

/** One file and what it imports, being followed. */
export class Run {
  readonly root = new State();
  readonly callSites = new Map<FunctionForm, CallSite[]>();
  /** Modules of the workspace that were imported, by file. */
  readonly modules = new Map<string, Scope>();
  /** Functions that were run for their own sake. */
  readonly done = new Set<FunctionForm>();
  /** Functions that were run upon what they were handed for: all that they change is known. */
  readonly applied = new Set<FunctionForm>();
  /** Functions that are being run now. */
  readonly active = new Set<FunctionForm>();
  /** The objects that hold the static fields of classes. */
  readonly statics = new Map<ClassStatement, Instance>();
  /** The instance that stands for every object of a class while its methods are run for their own sake. */
  readonly selves = new Map<ClassStatement, Instance>();
  /** Functions and lambdas that were met, with where: each is run for its own sake at the end of its home. */
  readonly met: { of: FunctionThing; frame: Frame }[] = [];
  private last = 0;
  private steps = 0;
  private inside = 0;

  constructor(
    readonly listener: Listener,
    readonly load: Load = () => undefined,
  ) {}

  next(): number {
    this.last += 1;
    return this.last;
  }

  /** Whether there is still work left in this file's budget; beyond it, everything is unknown. */
  get spent(): boolean {
    this.steps += 1;
    this.inside += 1;
    return this.steps > mostSteps || this.inside > mostStepsInside;
  }

  /** A function is run for its own sake: it has a budget of its own. */
  begin(): void {
    this.inside = 0;
  }
}

export interface CallSite {
  args: FrozenArgument[];
  place: Place;
  /** How a message names it. */
  line: string;
}

/** Where a body runs: its names, its values, its receiver. */
export interface Frame {
  run: Run;
  state: State;
  scope: Scope;
  self?: Thing;
  /** Calls that were entered, from the function that is run for its own sake. */
  depth: number;
  /** Run for its own sake: its requests are facts. Otherwise it is run for its result only. */
  home: boolean;
  /** Start of the function around, so that equal conditions in one function are one choice. */
  around: number;
}

export function moduleFrame(run: Run, program: Program, home: boolean): Frame {
  const scope = new Scope(program, undefined, true);
  return { run, state: run.root, scope, depth: 0, home, around: 0 };
}

export function make(
  frame: Frame,
  place: Place,
  contents: Contents = empty,
  more: Partial<Instance> = {},
): Instance {
  const id = frame.run.next();
  frame.state.put(id, contents);
  return { is: 'instance', id, trail: [], made: [], place, ...more };
}

export function declare(frame: Frame, name: string, thing: Thing, scope = frame.scope): void {
  const cell = scope.own(name) ?? frame.run.next();
  scope.declare(name, cell);
  frame.state.set(cell, thing);
}
