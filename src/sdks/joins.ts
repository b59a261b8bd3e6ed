import type { Frame, Thing } from '../evaluate/index.ts';
import { known, type Value } from '../model/value.ts';
import type { Sent } from './matcher.ts';

/**
 * What the linker joins requests by: `client` is where the client was made, `scope` the function around,
 * `uploadId` the value by which a part names its create.
 */
export function joinsOf(sent: Sent, frame: Frame): Record<string, Value> {
  const joins: Record<string, Value> = { scope: known(frame.around) };
  const client = sent.client && clientId(sent.client);
  if (client !== undefined) joins.client = known(client);
  if (sent.input.members.UploadId) joins.uploadId = sent.input.members.UploadId;
  return joins;
}

/** The identity of a client: the place where it was made. */
export function clientId(thing: Thing): number | undefined {
  return thing.is === 'instance' ? thing.id : undefined;
}
