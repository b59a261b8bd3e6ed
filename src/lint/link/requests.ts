import type { LinkedFact } from '../../model/fact.ts';
import { absent, type Unknown, unknown, type Value } from '../../model/value.ts';
import type { Buckets } from './buckets.ts';
import { scopeOf } from './modules.ts';

type Request = LinkedFact<'request'>;
type Fields = Record<string, Value>;

/** Links requests to the bucket that they write to, to their client, and to each other. */
export function linkRequests(facts: LinkedFact[], buckets: Buckets): void {
  const files = new Map<string, FileFacts>();
  for (const fact of facts) {
    const { file } = fact.place;
    if (!files.has(file)) files.set(file, { requests: [], clients: [], cse: [] });
    if (fact.kind === 'request') files.get(file)!.requests.push(fact as Request);
    if (fact.kind === 'client') files.get(file)!.clients.push(fact);
    if (fact.kind === 'cse') files.get(file)!.cse.push(fact);
  }
  for (const [, { requests, clients, cse }] of files) {
    for (const request of requests) linkOne(request, requests, clients, buckets);
    for (const request of requests) linkEncryption(request, cse);
  }
  for (const fact of facts)
    if (fact.kind === 'object')
      fact.links.in = buckets.find((fact.fields as Fields).bucket ?? absent, undefined);
}

interface FileFacts {
  requests: Request[];
  clients: LinkedFact[];
  cse: LinkedFact[];
}

/** What encrypts on this side: the client that sends, or what the body was made of. */
function linkEncryption(request: Request, cse: LinkedFact[]): void {
  const { client, given } = request.joins ?? {};
  const makers = given?.is === 'list' ? given.items : [];
  const found = cse.filter((each) => [client, ...makers].some((maker) => isSame(each.joins?.self, maker)));
  if (found.length > 0) request.links.cse = found;
}

function linkOne(request: Request, all: Request[], clients: LinkedFact[], buckets: Buckets): void {
  const fields = request.fields as Fields;
  const { links } = request;
  links.into = buckets.find(request.joins?.bucket ?? fields.bucket ?? absent, scopeOf(request as never));
  if (Array.isArray(links.into) && fields.upload?.is === 'known' && fields.upload.value === true) {
    for (const bucket of links.into)
      bucket.links.uploads = [...((bucket.links.uploads as LinkedFact[] | undefined) ?? []), request];
  }
  const client = clients.filter((each) => isSame(each.joins?.self, request.joins?.client));
  if (client.length > 0) links.client = client;
  const operation = operationOf(request);
  if (parts.has(operation)) links.upload = createOf(request, all);
  if (reads.has(operation)) links.readOf = writesOf(all, request, fields.bucket, fields.key);
  if (copies.has(operation))
    links.copyOf = writesOf(all, request, fields['copySource.bucket'], fields['copySource.key']);
}

const parts = new Set(['UploadPart', 'UploadPartCopy', 'CompleteMultipartUpload']);
const reads = new Set(['GetObject', 'HeadObject', 'GetObjectAttributes']);
const copies = new Set(['CopyObject', 'UploadPartCopy']);

function operationOf(request: Request): string {
  const { operation } = request.fields as Fields;
  return operation?.is === 'known' ? String(operation.value) : '';
}

/** The create whose UploadId a part uses, else the only one in the same function. */
function createOf(part: Request, all: Request[]): LinkedFact[] | Unknown {
  const creates = all.filter((each) => operationOf(each) === 'CreateMultipartUpload');
  const byId = creates.filter((each) => isFrom(part.joins?.uploadId, each));
  if (byId.length === 1) return byId;
  const near = creates.filter((each) => isSame(each.joins?.scope, part.joins?.scope));
  return near.length === 1
    ? near
    : unknown('which upload this part belongs to cannot be known', { place: part.place });
}

/** Whether a value came out of a request's answer: it begins where the request is sent. */
function isFrom(value: Value | undefined, request: Request): boolean {
  const origin = value?.is === 'unknown' ? value.origin : undefined;
  return origin?.startsWith(`${request.place.file}:${request.place.start}`) === true;
}

/** Writes of the same object in the same file. */
function writesOf(
  all: Request[],
  asking: Request,
  bucket: Value | undefined,
  key: Value | undefined,
): LinkedFact[] | Unknown {
  const writes = all.filter((each) => {
    const fields = each.fields as Fields;
    return each !== asking && isUpload(fields) && isSame(fields.bucket, bucket) && isSame(fields.key, key);
  });
  return writes.length > 0
    ? writes
    : unknown('no write of this object is seen here', { place: asking.place });
}

function isUpload({ upload }: Fields): boolean {
  return upload?.is === 'known' && upload.value === true;
}

/** The same known value, or two unknowns of one origin. */
function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (!a || !b) return false;
  if (a.is === 'known' && b.is === 'known') return a.value === b.value;
  return a.is === 'unknown' && b.is === 'unknown' && a.origin !== undefined && a.origin === b.origin;
}
