import type { Frame, Thing } from '../evaluate/index.ts';
import { known, list, type Value } from '../model/value.ts';
import type { Sent } from './matcher.ts';

/**
 * What the linker joins requests by: `client` is where the client was made, `scope` the function around,
 * `given` what the body was made of, `uploadId` the value by which a part names its create.
 */
export function joinsOf(sent: Sent, frame: Frame): Record<string, Value> {
  const joins: Record<string, Value> = { scope: known(frame.around) };
  const client = sent.client && clientId(sent.client);
  if (client !== undefined) joins.client = known(client);
  const given = sent.given?.flatMap((thing) => idsOf(thing)) ?? [];
  if (given.length > 0) joins.given = list(given.map((id) => known(id)));
  if (sent.input.members.UploadId) joins.uploadId = sent.input.members.UploadId;
  return joins;
}

const deepest = 3;

/** The identities of what a thing was made of: of `RequestBody.fromBytes(crypto.encrypt(data))`, `crypto` too. */
function idsOf(thing: Thing, depth = deepest): number[] {
  if (thing.is !== 'instance' || depth === 0) return [];
  return [thing.id, ...thing.made.flatMap((arg) => idsOf(arg.thing, depth - 1))];
}

/** The identity of a client: the place where it was made. */
export function clientId(thing: Thing): number | undefined {
  return thing.is === 'instance' ? thing.id : undefined;
}
