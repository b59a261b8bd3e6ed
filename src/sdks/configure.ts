import type { AnyFact } from '../model/fact.ts';
import { absent, entryOf, known, textOf, unknown, type Value } from '../model/value.ts';
import { encryptionFields } from './encryption.ts';
import type { Sent } from './matcher.ts';
import type { Sdk } from './sdk.ts';

/** The fact of a call that configures a bucket or a key: what it says of it, and no more. */
export function configured(
  sent: Sent,
  sdk: Sdk,
  source: string,
  joins: Record<string, Value>,
): AnyFact | undefined {
  const { members } = sent.input;
  const fields = sent.operation.configures === 'bucket' ? bucketFields(sent) : keyFields(sent);
  if (!fields) return undefined;
  const kind = sent.operation.configures!;
  const named = kind === 'bucket' ? members.Bucket : members.KeyId;
  return {
    kind,
    resource: textOf(named) ?? null,
    place: sent.place,
    via: sdk.sdk,
    source,
    complete: false,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value.is !== 'absent')),
    anchors: { call: sent.place, ...(sent.input.place && { input: sent.input.place }) },
    joins,
  } as AnyFact;
}

function bucketFields(sent: Sent): Record<string, Value> | undefined {
  const { members } = sent.input;
  const name = members.Bucket ?? absent;
  if (sent.operation.name === 'PutBucketEncryption') {
    const encryption = bucketEncryption(members.ServerSideEncryptionConfiguration ?? unknown('not seen'));
    return encryption && { name, ...encryption };
  }
  if (sent.operation.name === 'PutBucketVersioning') {
    const status = memberIn(members.VersioningConfiguration ?? absent, ['Status', 'status']);
    return { name, 'versioning.status': status };
  }
  return undefined;
}

/** The leaves of a bucket's `encryption` from an S3 `ServerSideEncryptionConfiguration`, in any SDK's spelling. */
export function bucketEncryption(configuration: Value): Record<string, Value> | undefined {
  const rules = memberIn(configuration, ['Rules', 'rules', 'ServerSideEncryptionRules']);
  const rule = rules.is === 'list' ? rules.items[0] : rules;
  if (!rule || rule.is !== 'record') return undefined;
  const byDefault = memberIn(rule, [
    'ApplyServerSideEncryptionByDefault',
    'applyServerSideEncryptionByDefault',
    'apply_server_side_encryption_by_default',
    'ServerSideEncryptionByDefault',
  ]);
  const blocked = memberIn(rule, [
    'BlockedEncryptionTypes',
    'blockedEncryptionTypes',
    'blocked_encryption_types',
  ]);
  const types = memberIn(blocked, ['EncryptionType', 'encryptionType', 'encryption_type']);
  return {
    'encryption.written': known(true, { place: byDefault.place ?? rule.place }),
    ...encryptionFields({
      algorithm: memberIn(byDefault, [
        'SSEAlgorithm',
        'sseAlgorithm',
        'sse_algorithm',
        'ServerSideEncryptionAlgorithm',
      ]),
      keyId: memberIn(byDefault, [
        'KMSMasterKeyID',
        'kmsMasterKeyID',
        'kmsMasterKeyId',
        'kms_master_key_id',
        'ServerSideEncryptionKeyManagementServiceKeyId',
      ]),
      bucketKey: memberIn(rule, ['BucketKeyEnabled', 'bucketKeyEnabled', 'bucket_key_enabled']),
    }),
    'encryption.blocked': types,
  };
}

function memberIn(value: Value, names: string[]): Value {
  if (value.is === 'unknown') return value;
  if (value.is !== 'record') return absent;
  for (const name of names) {
    const found = entryOf(value, name);
    if (found.is !== 'absent') return found;
  }
  return absent;
}

function keyFields(sent: Sent): Record<string, Value> | undefined {
  const { members } = sent.input;
  const member = (name: string) => members[name] ?? absent;
  switch (sent.operation.name) {
    case 'CreateKey':
      return {
        spec: member('KeySpec').is === 'absent' ? member('CustomerMasterKeySpec') : member('KeySpec'),
        usage: member('KeyUsage'),
        origin: member('Origin'),
        lockoutCheckBypassed: member('BypassPolicyLockoutSafetyCheck'),
      };
    case 'PutKeyPolicy':
      return { id: member('KeyId'), lockoutCheckBypassed: member('BypassPolicyLockoutSafetyCheck') };
    case 'EnableKeyRotation':
      return {
        id: member('KeyId'),
        'rotation.enabled': known(true),
        'rotation.periodDays': member('RotationPeriodInDays'),
      };
    case 'DisableKeyRotation':
      return { id: member('KeyId'), 'rotation.enabled': known(false, { place: sent.place }) };
    case 'ScheduleKeyDeletion':
      return { id: member('KeyId'), deletionWindowDays: member('PendingWindowInDays') };
    default:
      return undefined;
  }
}
