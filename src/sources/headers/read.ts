import type { AnyFact } from '../../model/fact.ts';
import { absent, known, unknown, type Value } from '../../model/value.ts';
import { requestFact, transportFields } from '../../sdks/index.ts';
import type { Reading, SourceFile, Workspace } from '../source.ts';
import { headersIn } from './find.ts';
import { type Group, groupsOf } from './groups.ts';
import { isS3, targetOf } from './http.ts';
import { ignoredList, membersOfHeaders } from './members.ts';

export async function readHeaders(file: SourceFile, workspace: Workspace): Promise<Reading> {
  const groups = groupsOf(headersIn(file.path, file.text), file.text);
  return { facts: groups.flatMap((group) => factsOf(group, file, workspace)), faults: [] };
}

function factsOf(
  { headers, operation, url, isWhole }: Group,
  { path }: SourceFile,
  workspace: Workspace,
): AnyFact[] {
  const { members, ignored } = membersOfHeaders(headers);
  const place = { file: path, start: headers[0]!.start, end: headers.at(-1)!.end };
  const target = url && targetOf(url.text);
  const endpoint: Value =
    url && /^https?:/.test(url.text)
      ? known(url.text, { place: { file: path, start: url.start, end: url.start + url.text.length } })
      : absent;
  const transport = transportFields(
    { endpoint, secure: absent, verified: absent },
    workspace.options.endpoints,
  );
  const hasUrl = endpoint.is === 'known';
  const address = {
    ...(target?.bucket && { Bucket: known(target.bucket) }),
    ...(target?.key && { Key: known(target.key) }),
  };
  const request = requestFact({
    operation: operation ?? unknown('which request these headers go with cannot be known'),
    members: { ...address, ...members },
    ...(!isWhole && { rest: unknown('other headers may stand elsewhere', { place }) }),
    place,
    via: 'http',
    source: 'headers',
    keys: { encoding: 'base64', md5: 'manual' },
    ignored: ignoredList(ignored),
    ...(hasUrl && { transport }),
    joins: { scope: known(`${path}:${place.start}`), client: known(place.start) },
  });
  return hasUrl && isS3(url!.text) ? [request, clientFact(place, endpoint, transport)] : [request];
}

function clientFact(place: AnyFact['place'], endpoint: Value, transport: Record<string, Value>): AnyFact {
  return {
    kind: 'client',
    resource: null,
    place,
    via: 'http',
    source: 'headers',
    complete: true,
    fields: Object.fromEntries(
      Object.entries({ endpoint, ...transport }).filter(([, value]) => value.is !== 'absent'),
    ),
    joins: { self: known(place.start) },
  };
}
