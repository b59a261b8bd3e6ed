import { absent, isWritten, known, list, mapArms } from '../../../model/value.ts';
import { factOf, flag, numeric, prop } from '../../template/fact.ts';
import { orDefault, rotationSupported } from '../../template/key.ts';
import { decided, keyPolicy } from '../../template/policy.ts';
import type { Resource } from '../../template/resource.ts';
import { textForm } from '../../template/text.ts';
import type { Maker } from '../facts.ts';

/** KMS keys (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html). */

const namesOf = (resource: Resource) =>
  ['Arn', 'Ref', 'KeyId'].map((name) => `⟨${resource.address}.${name}⟩`);

const key: Maker = (resource) => {
  const names = namesOf(resource);
  const spec = orDefault(prop(resource, 'KeySpec'), 'SYMMETRIC_DEFAULT');
  const origin = orDefault(prop(resource, 'Origin'), 'AWS_KMS');
  const fields = {
    manager: known('CUSTOMER'),
    spec,
    usage: orDefault(prop(resource, 'KeyUsage'), 'ENCRYPT_DECRYPT'),
    origin,
    state: mapArms(orDefault(flag(prop(resource, 'Enabled')), true), (plain) =>
      plain.is === 'known' ? { ...plain, value: plain.value === true ? 'Enabled' : 'Disabled' } : plain,
    ),
    multiRegion: mapArms(flag(prop(resource, 'MultiRegion')), (plain) =>
      plain.is === 'known' ? (plain.value === true ? { ...plain, value: 'PRIMARY' } : absent) : plain,
    ),
    'rotation.enabled': orDefault(flag(prop(resource, 'EnableKeyRotation')), false),
    'rotation.supported': rotationSupported(spec, origin),
    'rotation.periodDays': numeric(prop(resource, 'RotationPeriodInDays')),
    deletionWindowDays: numeric(prop(resource, 'PendingWindowInDays')),
    lockoutCheckBypassed: flag(prop(resource, 'BypassPolicyLockoutSafetyCheck')),
    'material.imported': mapArms(origin, (plain) =>
      plain.is === 'known' && plain.value === 'EXTERNAL' ? known(true, { place: plain.place }) : absent,
    ),
    ...keyPolicy(resource, prop(resource, 'KeyPolicy'), names),
  };
  return [factOf('key', resource, { fields, names })];
};

const replica: Maker = (resource) => [
  factOf('key', resource, {
    fields: {
      manager: known('CUSTOMER'),
      multiRegion: known('REPLICA'),
      'rotation.supported': known(false),
      deletionWindowDays: numeric(prop(resource, 'PendingWindowInDays')),
      ...keyPolicy(resource, prop(resource, 'KeyPolicy'), namesOf(resource)),
    },
    names: namesOf(resource),
    incomplete: true,
  }),
];

const alias: Maker = (resource) => {
  const name = prop(resource, 'AliasName');
  const text = textForm(name);
  const names = text === undefined ? [`⟨${resource.address}.Ref⟩`] : [text];
  const fields = { aliases: isWritten(name) ? list([name]) : absent };
  return [factOf('key', resource, { fields, of: prop(resource, 'TargetKeyId'), names })];
};

const identity: Maker = (resource) => {
  const fields = decided(resource, prop(resource, 'PolicyDocument'), { type: 'identity' }, []);
  if (Object.keys(fields).length === 0) return [];
  return [factOf('policy', resource, { fields: { type: known('identity'), ...fields } })];
};

export const keyFacts: Record<string, Maker> = {
  'AWS::KMS::Key': key,
  'AWS::KMS::ReplicaKey': replica,
  'AWS::KMS::Alias': alias,
  'AWS::IAM::ManagedPolicy': identity,
  'AWS::IAM::Policy': identity,
};
