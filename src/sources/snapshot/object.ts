import type { AnyFact } from '../../model/fact.ts';
import { absent, isWritten, known, textOf, unknown, type Value } from '../../model/value.ts';
import { encryptionFields, sensitiveEntries } from '../../sdks/index.ts';
import { at, whole } from '../template/members.ts';
import { bucketDocument, type Documents } from './documents.ts';
import { liveFact, missingPart } from './fact.ts';
import type { ObjectSnapshot } from './snapshot.ts';

/** A stored object, or one version of it, as HeadObject and GetObjectTagging describe it. */
export function objectFact(object: ObjectSnapshot, documents: Documents): AnyFact {
  const version = object.versionId ? `@${object.versionId}` : '';
  const file = bucketDocument(object.region, object.bucket, `objects/${object.key}${version}`);
  const { missing, ...shown } = object;
  const all = documents.render(file, shown);
  const head = missingPart(missing, 'head') ?? whole(all, 'head');
  const tags = missingPart(missing, 'tags') ?? whole(all, 'tags');
  const given = (name: string): Value => (head.is === 'unknown' ? head : at(head, name));
  const metadata = given('Metadata');
  const fields: Record<string, Value> = {
    bucket: known(object.bucket),
    key: known(object.key),
    latest: known(object.latest),
    ...(object.versionId && { versionId: known(object.versionId) }),
    ...stored(given),
    metadata,
    metadataEntries: sensitiveEntries(metadata),
    tags,
    tagEntries: sensitiveEntries(tags),
    ...clientSide(metadata),
  };
  const place = { file, start: 0, end: documents.texts.get(file)!.length };
  return liveFact('object', `${object.bucket}/${object.key}`, place, fields, {
    bucket: known(object.bucket),
  });
}

function stored(given: (name: string) => Value): Record<string, Value> {
  const algorithm = given('ServerSideEncryption');
  const customer = given('SSECustomerAlgorithm');
  const fields = encryptionFields({
    algorithm,
    keyId: given('SSEKMSKeyId'),
    bucketKey: given('BucketKeyEnabled'),
    customer,
  });
  if (algorithm.is !== 'absent' || customer.is !== 'absent') return fields;
  return { ...fields, 'encryption.mode': bare(given('LastModified')) };
}

/** Since 5 January 2023 S3 encrypts every object; a store that does not say so leaves it open. */
const everEncrypted = Date.parse('2023-01-05T00:00:00Z');

function bare(modified: Value): Value {
  const time = Date.parse(textOf(modified) ?? '');
  if (time < everEncrypted) return known('none', { place: modified.place });
  return unknown('this store does not say how the object is encrypted');
}

/** The envelope that encryption clients leave in an object's metadata. */
function clientSide(metadata: Value): Record<string, Value> {
  const v1 = at(metadata, 'x-amz-key');
  const v2 = at(metadata, 'x-amz-key-v2');
  const found = isWritten(v1)
    ? known('V1', { place: v1.place })
    : isWritten(v2)
      ? known('V2', { place: v2.place })
      : absent;
  if (metadata.is !== 'record') return {};
  return { 'clientSide.generation': found, 'clientSide.wrap': at(metadata, 'x-amz-wrap-alg') };
}
