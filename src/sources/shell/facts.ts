import type { AnyFact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { known, list, textOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { policyFields } from '../../policy/fields.ts';
import {
  configurationFact,
  operation,
  operationOfMethod,
  requestFact,
  transportFields,
} from '../../sdks/index.ts';
import { isS3, operationOf, targetOf } from '../headers/http.ts';
import { ignoredList } from '../headers/members.ts';
import type { Workspace } from '../source.ts';
import { bucketAndKey, type Side, sideOf } from './address.ts';
import type { Invocation } from './invocation.ts';
import { type Said, saidBy } from './members.ts';
import { placeIn, type Scope, wordValue } from './values.ts';
import { lead, plainText } from './words.ts';

/** The facts of one command. */
export function factsOf(invocation: Invocation, scope: Scope, workspace: Workspace): AnyFact[] {
  const { tool, subcommand, path } = invocation;
  const said = saidBy(invocation, scope, workspace);
  const place = placeIn(scope, invocation.start, invocation.end);
  const call: Call = { invocation, said, scope, place, workspace };
  const facts: AnyFact[] = [];
  if (subcommand.path.at(-1) === '*') facts.push(...ofOperation(call, path[1] ?? ''));
  else if (subcommand.transfer === 'http') facts.push(...ofUrl(call));
  else if (subcommand.transfer !== undefined) facts.push(...ofTransfer(call));
  else if (tool.style === 'single') facts.push(...ofProgram(call));
  const client = clientFact(call);
  const concernsS3 = facts.length > 0 || (subcommand.transfer !== 'http' && path[0] !== 'kms');
  return client && concernsS3 ? [...facts, client] : facts;
}

interface Call {
  invocation: Invocation;
  said: Said;
  scope: Scope;
  place: Place;
  workspace: Workspace;
}

function ofOperation(call: Call, command: string): AnyFact[] {
  const { said, scope, place, invocation } = call;
  const found = operationOfMethod(command);
  if (!found) return [];
  if (found.name === 'PutBucketPolicy') return policyOf(call);
  if (!found.configures) return [request(call, found.name)];
  const given = { operation: found.name, members: said.members, via: invocation.tool.tool, source: 'shell' };
  const fact = configurationFact({
    ...given,
    place,
    anchors: { call: place },
    joins: { scope: known(scope.file) },
  });
  return fact ? [fact] : [];
}

/** A policy in a file of its own is judged there. */
function policyOf({ said, invocation, scope, place }: Call): AnyFact[] {
  const { Policy, Bucket } = said.members;
  if (!Policy || Policy.is === 'unknown' || Policy.place?.file !== scope.file) return [];
  const of = { type: 'bucket' as const, ...(Bucket && { bucketName: Bucket }) };
  const leaves = Object.entries(policyFields(Policy, of)).map(([path, value]) => [`policy.${path}`, value]);
  const fact = {
    kind: 'bucket' as const,
    resource: textOf(Bucket) ?? null,
    place,
    via: invocation.tool.tool,
    source: 'shell',
    complete: false,
    fields: { ...(Bucket && { name: Bucket }), ...Object.fromEntries(leaves) },
  };
  return [fact];
}

/** A copy between here and S3: its two ends say which operation it is. */
function ofTransfer(call: Call): AnyFact[] {
  const { invocation, scope, said } = call;
  const { transfer = '', presigned, operation: fixed, onlyWithMembers } = invocation.subcommand;
  const hasMembers =
    invocation.given.some(({ flag }) => flag.member && flag.member !== 'StorageClass') ||
    said.ignored.length > 0;
  if (onlyWithMembers && !hasMembers) return [];
  const [from, ...others] = invocation.operands;
  const to = others.findLast((word) => sideOf(word, transfer, scope) === 's3') ?? others[0];
  if (fixed) {
    const own = invocation.operands.find((word) => sideOf(word, transfer, scope) === 's3');
    const { bucket, key } = own ? bucketAndKey(own, scope) : { bucket: undefined, key: undefined };
    return [request(call, fixed, { ...(bucket && { Bucket: bucket }), ...(key && { Key: key }) }, presigned)];
  }
  const [source, target] = [from, to].map((word): Side => (word ? sideOf(word, transfer, scope) : 'unclear'));
  const name = directionOf(source!, target!, transfer);
  const address: Record<string, Value> = {};
  const own = target === 's3' ? to : source === 's3' ? from : undefined;
  if (own && transfer !== '') {
    const { bucket, key } = bucketAndKey(own, scope);
    Object.assign(
      address,
      { Bucket: bucket },
      target === 's3' && key.is === 'known' && /\/$/.test(String(key.value)) ? {} : { Key: key },
    );
  }
  if (name === 'CopyObject' && from) address.CopySource = copySource(call, from);
  return [request(call, name, address, false, target === 's3')];
}

function copySource({ scope }: Call, from: Parameters<typeof bucketAndKey>[0]): Value {
  const { bucket, key } = bucketAndKey(from, scope);
  const entries = [
    { name: known('Bucket'), value: bucket },
    { name: known('Key'), value: key },
  ];
  return { is: 'record', entries, place: bucket.place };
}

function directionOf(from: Side, to: Side, scheme: string): string | Unknown {
  if (to === 's3' && from === 's3') return 'CopyObject';
  if (to === 's3' && from === 'local') return 'PutObject';
  if (from === 's3' && to === 'local') return 'GetObject';
  if (from === 'local' && scheme === 's3://') return 'PutObject';
  if (to === 's3') return unknown('whether it uploads or copies cannot be known');
  return unknown('whether it uploads or downloads cannot be known');
}

/** curl: what goes where is in the URL, the method and the headers. */
function ofUrl(call: Call): AnyFact[] {
  const { invocation, scope, said } = call;
  const word = invocation.operands.find((each) =>
    /^https?:|amazonaws/.test(textOf(wordValue(each, scope)) ?? lead(each)),
  );
  const url = word && wordValue(word, scope);
  const text = textOf(url) ?? (word ? lead(word) : '');
  const members = Object.keys(said.members).filter((each) => each !== 'Metadata');
  if (members.length === 0 && said.ignored.length === 0 && !isS3(text)) return [];
  if (url) said.connection.endpoint = url;
  const target = targetOf(text);
  const method = said.method ?? known('GET');
  const copies = said.members.CopySource !== undefined;
  const name =
    method.is === 'known' ? operationOf(String(method.value), target?.query ?? '', copies) : undefined;
  if (name === undefined && method.is === 'known' && members.length === 0) return [];
  const address = {
    ...(target?.bucket && { Bucket: known(target.bucket) }),
    ...(target?.key && { Key: known(target.key) }),
  };
  return [request(call, name ?? unknown('its method cannot be known'), address)];
}

/** Programs that are one operation each, and S3 Sync, whose headers go with uploads or with every request. */
function ofProgram(call: Call): AnyFact[] {
  const { invocation, said } = call;
  const { tool } = invocation;
  if (tool.operations) {
    const program = plainText(wordAt(call)) ?? '';
    const name = tool.operations[program.toLowerCase()];
    return name ? [request(call, name)] : [];
  }
  if (Object.keys(said.members).length === 0 && said.ignored.length === 0) return [];
  const direction = textOf(said.method)?.toLowerCase();
  const uploads = direction === 'put' || direction === 'upload';
  const name = uploads
    ? 'PutObject'
    : direction === 'download'
      ? 'GetObject'
      : unknown('which way it copies cannot be known');
  const facts = [request(call, name)];
  if (said.always && direction === 'put')
    facts.push(request({ ...call, said: { ...said, members: said.always } }, 'GetObject'));
  return facts;
}

function wordAt({ invocation, scope }: Call) {
  const text = /^\S+/.exec(scope.text.slice(invocation.start))?.[0] ?? '';
  return { parts: [{ is: 'text' as const, text, start: 0, end: 0 }], start: 0, end: 0 };
}

function request(
  call: Call,
  name: string | Unknown,
  address: Record<string, Value> = {},
  presigned?: boolean,
  uploads?: boolean,
): AnyFact {
  const { invocation, said, scope, place, workspace } = call;
  const { tool, subcommand, rest } = invocation;
  const members = { ...address, ...said.members };
  const isObject = typeof name !== 'string' || operation(name) !== undefined;
  return requestFact({
    operation: isObject ? name : unknown('not an operation of S3'),
    members,
    place,
    via: tool.tool,
    source: 'shell',
    keys: { ...tool.keys, ...(said.encoding && { encoding: said.encoding }) },
    ...(rest && { rest }),
    ...(subcommand.managed && { managed: true }),
    ...(uploads && { upload: true as const }),
    ...(presigned && { presigned: { signs: list([]) } }),
    ...(said.keyFile && { keyFile: said.keyFile }),
    ignored: ignoredList(said.ignored),
    transport: transportFields(said.connection, workspace.options.endpoints),
    anchors: { call: place },
    joins: { scope: known(scope.file), client: known(invocation.start) },
  });
}

function clientFact({ invocation, said, place, workspace }: Call): AnyFact | undefined {
  const { endpoint, secure, verified } = said.connection;
  if ([endpoint, secure, verified].every((each) => each.is === 'absent')) return undefined;
  const fields = { endpoint, ...transportFields(said.connection, workspace.options.endpoints) };
  return {
    kind: 'client',
    resource: null,
    place,
    via: invocation.tool.tool,
    source: 'shell',
    complete: invocation.rest === undefined,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value.is !== 'absent')),
    anchors: { call: place },
    joins: { self: known(invocation.start) },
  };
}
