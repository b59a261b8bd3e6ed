import { absent, combine, known, list, mapArms, unknown, type Value } from '../../model/value.ts';
import { fromText } from '../template/text.ts';
import { properties, spelled, wordOf } from './values.ts';

/** How one property of the props is read. */
export type Read = (name: string) => Value;

/** `aws_s3.Bucket` as the AWS::S3::Bucket that the CDK makes of it (aws-cdk-lib/aws-s3, lib/bucket.js). */
export function bucketProperties(read: Read): Record<string, Value> {
  return {
    BucketName: read('bucketName'),
    BucketEncryption: encryption(read),
    VersioningConfiguration: whereTrue(read('versioned'), () => properties({ Status: known('Enabled') })),
    LoggingConfiguration: whereWritten(read('serverAccessLogsBucket'), (to) =>
      properties({ DestinationBucketName: to }),
    ),
    LifecycleConfiguration: whereWritten(read('lifecycleRules'), (rules) => properties({ Rules: rules })),
    ReplicationConfiguration: whereWritten(read('replicationRules'), (rules) =>
      unknown('what the CDK makes of replication rules', { place: rules.place }),
    ),
  };
}

function encryption(read: Read): Value {
  const key = read('encryptionKey');
  const mode = combine(wordOf(read('encryption'), 'BucketEncryption'), key, (word, given) =>
    word.is === 'absent' && given.is !== 'absent' ? known('KMS', { place: given.place }) : word,
  );
  const blocked = blockedTypes(read('blockedEncryptionTypes'));
  return mapArms(mode, (word) => {
    if (word.is === 'unknown') return word;
    const own = word.is === 'known' ? rule(String(word.value), word, key) : undefined;
    const more = { BucketKeyEnabled: read('bucketKeyEnabled'), BlockedEncryptionTypes: blocked };
    if (!own && blocked.is === 'absent') return absent;
    const rules = list([properties({ ...(own && { ServerSideEncryptionByDefault: own }), ...more })]);
    return properties({ ServerSideEncryptionConfiguration: rules }, { place: word.place });
  });
}

/** KMS and DSSE without a key make one; UNENCRYPTED is nothing at all. */
function rule(word: string, at: Value, key: Value): Value | undefined {
  const { place, name, entry } = at;
  const algorithm = (value: string) => known(value, { place, name, entry });
  const made = unknown('a key that the CDK makes', { place });
  const given = mapArms(key, (plain) => (plain.is === 'absent' ? made : plain));
  if (word === 'S3_MANAGED') return properties({ SSEAlgorithm: algorithm('AES256') });
  if (word === 'KMS_MANAGED') return properties({ SSEAlgorithm: algorithm('aws:kms') });
  if (word === 'KMS') return properties({ SSEAlgorithm: algorithm('aws:kms'), KMSMasterKeyID: given });
  if (word === 'DSSE') return properties({ SSEAlgorithm: algorithm('aws:kms:dsse'), KMSMasterKeyID: given });
  if (word === 'DSSE_MANAGED') return properties({ SSEAlgorithm: algorithm('aws:kms:dsse') });
  return word === 'UNENCRYPTED' ? undefined : unknown(`\`BucketEncryption.${word}\``, { place });
}

function blockedTypes(given: Value): Value {
  const words = { SSE_C: 'SSE-C', NONE: 'NONE' };
  return mapArms(given, (plain) => {
    if (plain.is !== 'list') return plain;
    const items = plain.items.map((item) => spelled(wordOf(item, 'BlockedEncryptionType'), words));
    return properties({ EncryptionType: { ...plain, items } });
  });
}

function whereTrue(value: Value, make: () => Value): Value {
  return mapArms(value, (plain) => {
    if (plain.is === 'known') return plain.value === true ? make() : absent;
    return plain;
  });
}

function whereWritten(value: Value, make: (plain: Value) => Value): Value {
  return mapArms(value, (plain) => (plain.is === 'absent' || plain.is === 'unknown' ? plain : make(plain)));
}

/** `enforceSSL` and `minimumTLSVersion` as the statements that the CDK adds. */
export function transportStatements(read: Read, id: string, hidden: boolean): Value[] {
  const enforce = read('enforceSSL');
  const minimum = read('minimumTLSVersion');
  const isOn = enforce.is === 'known' && enforce.value === true;
  const unseen = [enforce, minimum].find((value) => value.is !== 'known' && value.is !== 'absent');
  if (unseen) return [unknown('whether the CDK adds a statement for TLS', { place: unseen.place })];
  if (!isOn && hidden && enforce.is === 'absent') return [unknown('whether `enforceSSL` is set')];
  if (!isOn) return [];
  const http = denied(id, 'Bool', { 'aws:SecureTransport': known('false') }, enforce);
  const old = denied(id, 'NumericLessThan', { 's3:TlsVersion': minimum }, minimum);
  return minimum.is === 'absent' ? [http] : [http, old];
}

function denied(id: string, operator: string, tested: Record<string, Value>, at: Value): Value {
  const arn = `arn:aws:s3:::⟨${id}.Ref⟩`;
  return properties(
    {
      Effect: known('Deny'),
      Principal: properties({ AWS: known('*') }),
      Action: known('s3:*'),
      Resource: list([fromText(arn), fromText(`${arn}/*`)]),
      Condition: properties({ [operator]: properties(tested) }),
    },
    { place: at.place },
  );
}
