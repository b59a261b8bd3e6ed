import type { Place } from '../model/place.ts';
import { unknown } from '../model/value.ts';
import { containers } from './containers.ts';
import { conversion } from './conversions.ts';
import type { Frame } from './frame.ts';
import { runInPlace } from './functions.ts';
import { layOver } from './lay.ts';
import type { Many } from './thing.ts';
import { type EvaluatedArgument, pathOf, type Thing } from './thing.ts';

/** A call that may be to something of the language itself. */
export interface BuiltinCall {
  receiver?: Exclude<Thing, Many>;
  /** The method's name, or the whole path of a function. */
  method: string;
  args: EvaluatedArgument[];
  place: Place;
  name: Place;
  frame: Frame;
}

/** What a function of the language or its library gives, or undefined where it is not one that is known. */
export function builtin(call: BuiltinCall): Thing | undefined {
  return scopeFunction(call) ?? containerMethod(call) ?? merging(call) ?? conversion(call);
}

function containerMethod(call: BuiltinCall): Thing | undefined {
  const { receiver } = call;
  if (receiver?.is !== 'instance' || !isContainer(receiver.type)) return undefined;
  return containers.get(call.method)?.({ ...call, receiver });
}

/** Plain records and lists, and the maps and lists of typed languages. */
function isContainer(type: string | undefined): boolean {
  return (
    type === undefined ||
    /(^|\.)(HashMap|Map|TreeMap|LinkedHashMap|Dictionary|Headers|URLSearchParams|map|unordered_map|ArrayList|List)(\.new|<.*)?$/.test(
      type,
    )
  );
}

/** Kotlin's and Ruby's functions that run a block upon their receiver. */
function scopeFunction(call: BuiltinCall): Thing | undefined {
  const { receiver, method, args, frame, place } = call;
  const block = args.at(-1)?.thing;
  if (!receiver || block?.is !== 'function') return undefined;
  const gives = {
    apply: 'receiver',
    also: 'receiver',
    tap: 'receiver',
    let: 'result',
    run: 'result',
    use: 'result',
  }[method];
  if (!gives || args.length !== 1) return undefined;
  const self = block.function.receiver ? receiver : block.self;
  const given = [{ thing: receiver, place }];
  const result = runInPlace({ ...block, self }, given, frame, place);
  return gives === 'receiver' ? receiver : result;
}

const layers = new Set([
  'Object.assign',
  '_.assign',
  '_.extend',
  '_.merge',
  'lodash.assign',
  'lodash.merge',
  '$.extend',
  'array_merge',
  'array_replace',
  'maps.Copy',
]);
const underLayers = new Set(['_.defaults', 'lodash.defaults']);

/** Functions that lay one object over another. */
function merging(call: BuiltinCall): Thing | undefined {
  const path = [call.receiver && pathOf(call.receiver), call.method]
    .filter(Boolean)
    .join('.')
    .replace(/^\*\./, '');
  if (path === 'functools.partial' || path === 'partial') return partial(call);
  const over = layers.has(path);
  if (!over && !underLayers.has(path)) return undefined;
  const [target] = call.args;
  if (!target || target.thing.is !== 'instance')
    return unknown('what is merged here cannot be known', { place: call.place });
  const { frame } = call;
  const given = call.args.slice(1).map((arg) => arg.thing);
  const layersGiven = over ? given : given.reverse();
  const { id } = target.thing;
  const own = frame.state.contents(id);
  const laid = layersGiven.reduce(
    (below, each) => layOver(below, each, frame, path),
    over ? own : { entries: new Map() },
  );
  frame.state.put(id, over ? laid : layOver(laid, target.thing, frame, path));
  return { ...target.thing, place: call.place };
}

/** A method with some of its arguments given beforehand. */
function partial(call: BuiltinCall): Thing | undefined {
  const [method, ...given] = call.args;
  const thing = method?.thing;
  const last = thing?.is === 'instance' ? thing.trail.at(-1) : undefined;
  if (thing?.is !== 'instance' || !last?.bound) return undefined;
  const step = { ...last, args: [...last.args, ...given] };
  return { ...thing, trail: [...thing.trail.slice(0, -1), step] };
}
