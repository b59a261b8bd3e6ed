import type { AnyFact } from '../../model/fact.ts';
import { absent, known, list, mapArms, record, textOf, unknown, type Value } from '../../model/value.ts';
import { policyFields } from '../../policy/fields.ts';
import { bucketEncryption } from '../../sdks/index.ts';
import { at, itemsOf, whole } from '../template/members.ts';
import { bucketDocument, type Documents } from './documents.ts';
import { liveFact, missingPart, prefixed } from './fact.ts';
import type { BucketSnapshot } from './snapshot.ts';

/** A live bucket as one effective bucket, and its policy as the document that it is. */
export function bucketFacts(bucket: BucketSnapshot, documents: Documents): AnyFact[] {
  const fact = bucketFact(bucket, documents);
  const file = bucketDocument(bucket.region, bucket.name, 'policy');
  const text = documents.texts.get(file);
  if (text === undefined) return [fact];
  const own = Object.entries(fact.fields as Record<string, Value>).flatMap(([path, value]) =>
    path.startsWith('policy.') ? [[path.slice('policy.'.length), value] as const] : [],
  );
  const bytes = known(Buffer.byteLength(JSON.stringify(bucket.policy)));
  const fields = { type: known('bucket'), bytes, bucket: known(bucket.name), ...Object.fromEntries(own) };
  const place = { file, start: 0, end: text.length };
  return [fact, liveFact('policy', bucket.name, place, fields, { of: known(bucket.name) })];
}

function bucketFact(bucket: BucketSnapshot, documents: Documents): AnyFact {
  const part = (name: keyof BucketSnapshot) => partOf(bucket, name, documents);
  const configuration = bucketDocument(bucket.region, bucket.name, 'encryption');
  const encryption = part('encryption');
  const text =
    documents.texts.get(configuration) ?? documents.texts.set(configuration, '{}\n').get(configuration)!;
  const fields: Record<string, Value> = {
    name: known(bucket.name),
    region: known(bucket.region),
    directory: known(bucket.directory ?? false),
    ...encryptionOf(encryption),
    'versioning.status': versioning(part('versioning')),
    ...policyOf(bucket, part('policy')),
    replication: replication(part('replication')),
    'logging.target': at(part('logging'), 'LoggingEnabled', 'TargetBucket'),
    lifecycle: isThere(part('lifecycle'), 'Rules'),
  };
  const keyId = fields['encryption.keyId'] ?? absent;
  return liveFact('bucket', bucket.name, { file: configuration, start: 0, end: text.length }, fields, {
    names: list([known(bucket.name), known(`arn:aws:s3:::${bucket.name}`)]),
    key: keyId,
  });
}

/** A part of the configuration: absent where AWS has none, unknown where it could not be read. */
function partOf(bucket: BucketSnapshot, name: keyof BucketSnapshot, documents: Documents): Value {
  const missing = missingPart(bucket.missing, name);
  if (missing) return missing;
  const given = bucket[name];
  if (given === undefined || given === null) return absent;
  return documents.render(bucketDocument(bucket.region, bucket.name, name), given);
}

/** AWS always answers; a store without an answer applies what it likes, which is not called unencrypted. */
function encryptionOf(answer: Value): Record<string, Value> {
  if (answer.is === 'unknown')
    return prefixed('encryption', ['mode', 'algorithm', 'keyId', 'bucketKey', 'blocked'], answer);
  if (answer.is === 'absent') {
    const reason = 'this store says that no encryption is configured, where AWS always answers SSE-S3';
    return prefixed('encryption', ['mode', 'blocked', 'written'], unknown(reason));
  }
  return bucketEncryption(at(answer, 'ServerSideEncryptionConfiguration')) ?? {};
}

function versioning(answer: Value): Value {
  if (answer.is === 'unknown') return answer;
  const status = at(answer, 'Status');
  return status.is === 'absent' ? known('Unversioned') : status;
}

function policyOf(bucket: BucketSnapshot, answer: Value): Record<string, Value> {
  if (answer.is === 'unknown')
    return prefixed('policy', ['written', 'lets.http', 'lets.sseC', 'intends.http'], answer);
  const policy = answer.is === 'absent' ? undefined : answer;
  const fields = policyFields(policy, {
    type: 'bucket',
    bucketName: known(bucket.name),
    region: known(bucket.region),
  });
  return Object.fromEntries(Object.entries(fields).map(([path, value]) => [`policy.${path}`, value]));
}

function replication(answer: Value): Value {
  if (answer.is === 'unknown' || answer.is === 'absent') return answer;
  const rules = whole(whole(answer, 'ReplicationConfiguration'), 'Rules');
  return list(
    itemsOf(rules).items.map((rule) => {
      const status = at(rule, 'SourceSelectionCriteria', 'SseKmsEncryptedObjects', 'Status');
      const kmsSelected = mapArms(status, (value) =>
        known(textOf(value) === 'Enabled', { place: value.place }),
      );
      const replicaKey = at(rule, 'Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID');
      return {
        ...record({ kmsSelected, ...(replicaKey.is !== 'absent' && { replicaKey }) }),
        place: rule.place,
      };
    }),
  );
}

function isThere(answer: Value, name: string): Value {
  if (answer.is === 'unknown') return answer;
  const rules = at(answer, name);
  return known(rules.is !== 'absent', { place: rules.place });
}
