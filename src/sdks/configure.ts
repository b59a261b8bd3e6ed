import type { AnyFact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import { absent, entryOf, known, textOf, unknown, type Value } from '../model/value.ts';
import { blockedTypesProblems } from './blocked-types.ts';
import { encryptionFields } from './encryption.ts';
import type { Sent } from './matcher.ts';
import type { Members } from './members.ts';
import { operation } from './operations.ts';
import type { Sdk } from './sdk.ts';

/** What a source found of a call or command that configures a bucket or a key. */
export interface ConfigurationGiven {
  operation: string;
  members: Members;
  place: Place;
  via: string;
  source: string;
  anchors?: Record<string, Place>;
  joins?: Record<string, Value>;
}

/** The fact of a call that configures a bucket or a key: what it says of it, and no more. */
export function configured(
  sent: Sent,
  sdk: Sdk,
  source: string,
  joins: Record<string, Value>,
): AnyFact | undefined {
  const { operation, place, input } = sent;
  const anchors = { call: place, ...(input.place && { input: input.place }) };
  const given = { operation: operation.name, members: input.members, via: sdk.sdk };
  return configurationFact({ ...given, place, source, anchors, joins });
}

/** Undefined where the operation configures nothing that is a fact. */
export function configurationFact(given: ConfigurationGiven): AnyFact | undefined {
  const { members } = given;
  const kind = operation(given.operation)?.configures;
  const fields = kind === 'bucket' ? bucketFields(given) : kind && keyFields(given);
  if (!kind || !fields) return undefined;
  const { place, via, source, anchors, joins } = given;
  return {
    kind,
    resource: textOf(kind === 'bucket' ? members.Bucket : members.KeyId) ?? null,
    ...{ place, via, source, anchors, joins },
    complete: false,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value.is !== 'absent')),
  } as AnyFact;
}

function bucketFields({ operation, members }: ConfigurationGiven): Record<string, Value> | undefined {
  const name = members.Bucket ?? absent;
  if (operation === 'PutBucketEncryption') {
    const encryption = bucketEncryption(members.ServerSideEncryptionConfiguration ?? unknown('not seen'));
    return encryption && { name, ...encryption };
  }
  if (operation === 'PutBucketVersioning') {
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
    problems: blockedTypesProblems(rule, types),
  };
}

function memberIn(value: Value, names: string[]): Value {
  if (value.is === 'unknown') return value;
  if (value.is !== 'record') return absent;
  const written = names.find((name) => value.entries.some((each) => textOf(each.name) === name));
  return entryOf(value, written ?? names[0]!);
}

function keyFields({ operation, members, place }: ConfigurationGiven): Record<string, Value> | undefined {
  const member = (name: string) => members[name] ?? absent;
  switch (operation) {
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
      return { id: member('KeyId'), 'rotation.enabled': known(false, { place }) };
    case 'ScheduleKeyDeletion':
      return { id: member('KeyId'), deletionWindowDays: member('PendingWindowInDays') };
    default:
      return undefined;
  }
}
