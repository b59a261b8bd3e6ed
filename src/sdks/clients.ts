import type { Frame, Instance, Thing } from '../evaluate/index.ts';
import type { Fact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import { known, type Value } from '../model/value.ts';
import { clientOptions } from './connection.ts';
import type { Sdk } from './sdk.ts';
import { transportFields } from './transport.ts';

/** A client, as its construction and what is set on it later say. */
export function clientFact(
  client: Instance,
  place: Place,
  sdk: Sdk,
  frame: Frame,
  options: { source: string; endpoints: Record<string, string> },
): Fact<'client'> | undefined {
  const given = clientOptions(client, sdk, frame);
  const fields: Record<string, Value> = {
    endpoint: given.endpoint,
    signature: given.signature,
    ...transportFields(given, options.endpoints),
  };
  return {
    kind: 'client',
    resource: null,
    place,
    via: sdk.sdk,
    source: options.source,
    complete: frame.state.contents(client.id).rest === undefined,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value.is !== 'absent')),
    anchors: { call: place },
    joins: { self: known(client.id) },
  };
}

/** The `transport` of a request's client; nothing where the client cannot be seen. */
export function connectionFields(
  client: Thing | undefined,
  sdk: Sdk,
  frame: Frame,
  endpoints: Record<string, string>,
): Record<string, Value> | undefined {
  if (!client || (client.is !== 'instance' && client.is !== 'many')) return undefined;
  if (client.is === 'instance' && frame.state.contents(client.id).rest !== undefined) return undefined;
  return transportFields(clientOptions(client, sdk, frame), endpoints);
}
