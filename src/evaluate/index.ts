/**
 * Following values, written once for every language and template.
 *
 * An adapter gives a `Program` (form.ts). `follow(program, new Run(listener, load))` runs it: the listener's `called`
 * hears every call with its arguments as *things* while the state is as it was then; `plainOf(thing, event.frame)`
 * makes a thing a plain `Value`, `entry(thing, name, frame)` reads a member of an object, also of each arm of a choice.
 */

export { boundMethod } from './calls.ts';
export { evaluate } from './expressions.ts';
export type { CallEvent, Frame, Listener, Load } from './frame.ts';
export { make, Run } from './frame.ts';
export { applyTo } from './functions.ts';
export { follow } from './homes.ts';
export { entry, entryNames, isOpen, plainOf, slotValue } from './inspect.ts';
export {
  armsOf,
  type EvaluatedArgument,
  type Instance,
  many,
  mapThing,
  pathOf,
  type Thing,
} from './thing.ts';
