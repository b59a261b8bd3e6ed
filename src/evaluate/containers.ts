import { absent, known, unknown } from '../model/value.ts';
import type { BuiltinCall } from './builtins.ts';
import { make } from './frame.ts';
import { layOver } from './lay.ts';
import { literalName, member, setMember } from './members.ts';
import { type Instance, many, type Thing } from './thing.ts';

type ContainerCall = BuiltinCall & { receiver: Instance };
type Method = (call: ContainerCall) => Thing | undefined;

/** What the methods of maps and lists do, by their names in all the languages. */
export const containers = new Map<string, Method>([
  ...names(
    ['put', 'set', 'insert', 'Add', 'add', 'store', 'emplace', 'putIfAbsent', 'setdefault', 'setItem'],
    put,
  ),
  ...names(['update', 'putAll', 'merge', 'merge!', 'update!', 'extend', 'insert_all'], update),
  ...names(['append', 'push', 'push_back', 'Append', 'addAll', '<<'], push),
  ...names(['get', 'Get', 'fetch', 'getOrDefault', 'at', 'dig', 'TryGetValue'], get),
  ...names(['copy', 'clone', 'dup', 'toBuilder', 'to_owned', 'slice', 'to_h', 'Clone'], copy),
  ...names(['pop', 'delete', 'remove', 'Remove', 'unset', 'erase'], remove),
]);

function names(all: string[], method: Method): [string, Method][] {
  return all.map((name) => [name, method]);
}

function put(call: ContainerCall): Thing | undefined {
  const { receiver, args, frame, place } = call;
  const [name, value] = args;
  if (!name) return undefined;
  if (!value) return frame.state.contents(receiver.id).items ? push(call) : undefined;
  const slot = { thing: value.thing, name: name.place, entry: place };
  setMember(receiver, literalName(name.thing), slot, frame);
  return receiver;
}

function update(call: ContainerCall): Thing {
  const { receiver, args, frame, place } = call;
  const isNew = call.method === 'merge';
  const target = isNew ? make(frame, place, frame.state.contents(receiver.id)) : receiver;
  for (const arg of args) {
    if (arg.name !== undefined) {
      setMember(target, arg.name, { thing: arg.thing, name: arg.namePlace, entry: arg.place }, frame);
    } else {
      frame.state.put(target.id, layOver(frame.state.contents(target.id), arg.thing, frame, call.method));
    }
  }
  return target;
}

function push(call: ContainerCall): Thing {
  const { receiver, args, frame } = call;
  const contents = frame.state.contents(receiver.id);
  const items = [...(contents.items ?? []), ...args.map((arg) => arg.thing)];
  frame.state.put(receiver.id, { ...contents, items });
  return receiver;
}

function get(call: ContainerCall): Thing | undefined {
  const { receiver, args, frame, place } = call;
  const [name, fallback] = args;
  if (!name) return undefined;
  const found = member(receiver, literalName(name.thing), place, frame);
  if (found.is === 'absent') return fallback?.thing ?? absent;
  if (found.is !== 'unknown' || !fallback) return found;
  return many(`${place.file}:${place.start}`, [
    { when: `\`${literalName(name.thing) ?? 'it'}\` is set`, thing: found },
    { when: `\`${literalName(name.thing) ?? 'it'}\` is not set`, thing: fallback.thing },
  ]);
}

function copy(call: ContainerCall): Thing {
  const { receiver, frame, place } = call;
  return make(frame, place, frame.state.contents(receiver.id), { type: receiver.type, made: receiver.made });
}

function remove(call: ContainerCall): Thing | undefined {
  const { receiver, args, frame } = call;
  const name = args[0] && literalName(args[0].thing);
  const contents = frame.state.contents(receiver.id);
  if (name === undefined) return unknown('what is taken out cannot be known', { place: call.place });
  const found = contents.entries.get(name)?.thing;
  const entries = new Map(contents.entries);
  entries.set(name, { thing: absent });
  frame.state.put(receiver.id, { ...contents, entries });
  return found ?? known(null);
}
