import type { Fact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import { absent, known, mapArms, textOf, type Unknown, unknown, type Value } from '../model/value.ts';
import { contextFields } from './context.ts';
import { customerKeyFields, type KeyHandling } from './customer-key.ts';
import { anyWritten, customerAlgorithm, encryptionFields } from './encryption.ts';
import type { Members } from './members.ts';
import { operation } from './operations.ts';
import { isSameObject } from './same-object.ts';
import { sensitiveEntries, tagsOf } from './sensitive.ts';

/** What a source found of one request, in S3's words. */
export interface RequestGiven {
  /** Unknown where the method or direction is. */
  operation: string | Unknown;
  /** It writes an object's data, whichever operation it is. */
  upload?: true;
  members: Members;
  /** Set where more members may be there that cannot be seen. */
  rest?: Unknown;
  place: Place;
  via: string;
  source: string;
  keys: KeyHandling;
  managed?: boolean;
  presigned?: { signs: Value };
  inUrl?: Value;
  /** Parameters that the tool rejects or ignores here, with what it wants instead. */
  ignored?: Value;
  etagAsMd5?: Value;
  /** The file of the repository that holds the customer key. */
  keyFile?: Value;
  /** The `transport.…` leaves of its client. */
  transport?: Record<string, Value>;
  anchors?: Record<string, Place>;
  joins?: Record<string, Value>;
}

/** One request as a fact, with all that follows from its members. */
export function requestFact(of: RequestGiven): Fact<'request'> {
  // A member that cannot be seen stands nowhere, and is not the same as another one.
  const given = { ...of, rest: of.rest && unknown(of.rest.reason) };
  const member = (name: string): Value => given.members[name] ?? given.rest ?? absent;
  const fields: Record<string, Value> = {
    ...operationFields(given),
    bucket: member('Bucket'),
    key: member('Key'),
    ...keyAndEncryption(given, member),
    ...plaintext(member),
    metadataDirective: member('MetadataDirective'),
    storageClass: member('StorageClass'),
    uploadId: member('UploadId'),
    ...given.transport,
    ...extras(given),
  };
  const seen = Object.entries(fields).filter(
    ([path, value]) => value.is !== 'absent' && (value !== given.rest || path.startsWith('encryption.')),
  );
  return {
    kind: 'request',
    resource: textOf(fields.bucket) ?? null,
    place: given.place,
    via: given.via,
    source: given.source,
    complete: given.rest === undefined,
    fields: Object.fromEntries(seen),
    anchors: given.anchors,
    joins: given.joins,
  };
}

function operationFields({ operation: name, upload }: RequestGiven): Record<string, Value> {
  if (typeof name !== 'string') return { operation: name, upload: upload ? known(true) : name };
  return { operation: known(name), upload: known(operation(name)?.upload === true) };
}

function keyAndEncryption(given: RequestGiven, member: (name: string) => Value): Record<string, Value> {
  const partial = given.rest !== undefined;
  const written = (name: string): Value => given.members[name] ?? absent;
  const own = trio(written, 'SSECustomer');
  const source = trio(written, 'CopySourceSSECustomer');
  const customer = anyWritten([own.algorithm, own.key, own.md5]);
  // Whoever gives a customer key gives no other encryption along with it, even where not all can be seen.
  const algorithm =
    customer.is === 'known' ? written('ServerSideEncryption') : member('ServerSideEncryption');
  return {
    ...encryptionFields({
      algorithm,
      keyId: member('SSEKMSKeyId'),
      bucketKey: member('BucketKeyEnabled'),
      customer,
    }),
    ...contextFields(given.members.SSEKMSEncryptionContext ?? absent),
    ...customerKeyFields('customerKey', own, given.keys, partial),
    ...customerKeyFields('copySource.customerKey', source, given.keys, partial),
    ...copySource(member),
  };
}

function trio(member: (name: string) => Value, prefix: string) {
  return {
    algorithm: customerAlgorithm(member(`${prefix}Algorithm`)),
    key: member(`${prefix}Key`),
    md5: member(`${prefix}KeyMD5`),
  };
}

function plaintext(member: (name: string) => Value): Record<string, Value> {
  const metadata = member('Metadata');
  const tags = tagsOf(member('Tagging'));
  return {
    metadata,
    metadataEntries: sensitiveEntries(metadata),
    tags,
    tagEntries: sensitiveEntries(tags),
  };
}

/** `CopySource` is `bucket/key` as one text, or a map of both; some SDKs have two parameters. */
function copySource(member: (name: string) => Value): Record<string, Value> {
  const source = member('CopySource');
  if (source.is === 'absent') return sourceOf(member('SourceBucket'), member('SourceKey'), member);
  const part = (name: 'Bucket' | 'Key') =>
    mapArms(source, (value) => {
      if (value.is === 'record')
        return value.entries.find((entry) => textOf(entry.name) === name)?.value ?? absent;
      const text = textOf(value);
      if (text === undefined)
        return value.is === 'unknown' ? value : unknown('a copy source of another form');
      const [bucket, ...key] = text.replace(/^\//, '').split('/');
      const found = name === 'Bucket' ? bucket : key.join('/');
      return found ? known(found, { place: value.place }) : absent;
    });
  return sourceOf(part('Bucket'), part('Key'), member);
}

function sourceOf(bucket: Value, key: Value, member: (name: string) => Value): Record<string, Value> {
  if (bucket.is === 'absent' && key.is === 'absent') return {};
  const same = isSameObject({ bucket, key }, { bucket: member('Bucket'), key: member('Key') });
  return { 'copySource.bucket': bucket, 'copySource.key': key, 'copySource.same': same };
}

function extras(given: RequestGiven): Record<string, Value> {
  return {
    ...(given.managed && { managed: known(true) }),
    ...(given.presigned && { 'presigned.signs': given.presigned.signs }),
    ...(given.inUrl && { inUrl: given.inUrl }),
    ...(given.ignored && { ignored: given.ignored }),
    ...(given.keyFile && { 'customerKey.inRepository': given.keyFile }),
    ...(given.etagAsMd5 && { etagAsMd5: given.etagAsMd5 }),
  };
}
