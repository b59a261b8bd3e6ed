import type { AnyFact } from '../../../model/fact.ts';
import { absent, isWritten, known, list, mapArms, textOf, type Value } from '../../../model/value.ts';
import { factOf, flag, numeric, prop } from '../../template/fact.ts';
import { orDefault, rotationSupported } from '../../template/key.ts';
import { decided, keyPolicy } from '../../template/policy.ts';
import type { Resource } from '../../template/resource.ts';
import { textForm } from '../../template/text.ts';
import type { Maker } from '../facts.ts';

/** KMS keys (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key). */

/** By reference, and by what a state already knows. */
function names(resource: Resource): string[] {
  return ['arn', 'id', 'key_id'].flatMap((name) => {
    const text = textOf(prop(resource, name));
    return [`⟨${resource.address}.${name}⟩`, ...(text === undefined ? [] : [text])];
  });
}

function common(resource: Resource): Record<string, Value> {
  const enabled = flag(prop(resource, resource.type.endsWith('external_key') ? 'enabled' : 'is_enabled'));
  return {
    manager: known('CUSTOMER'),
    state: mapArms(orDefault(enabled, true), (plain) =>
      plain.is === 'known' ? { ...plain, value: plain.value === true ? 'Enabled' : 'Disabled' } : plain,
    ),
    deletionWindowDays: numeric(prop(resource, 'deletion_window_in_days')),
    lockoutCheckBypassed: flag(prop(resource, 'bypass_policy_lockout_safety_check')),
    ...keyPolicy(resource, prop(resource, 'policy'), names(resource)),
  };
}

const key: Maker = (resource) => {
  const written = prop(resource, 'key_spec');
  const spec = orDefault(
    isWritten(written) ? written : prop(resource, 'customer_master_key_spec'),
    'SYMMETRIC_DEFAULT',
  );
  const origin = originOf(resource);
  const fields = {
    ...common(resource),
    spec,
    usage: orDefault(prop(resource, 'key_usage'), 'ENCRYPT_DECRYPT'),
    origin,
    multiRegion: multiRegion(prop(resource, 'multi_region')),
    'rotation.enabled': orDefault(flag(prop(resource, 'enable_key_rotation')), false),
    'rotation.supported': rotationSupported(spec, origin),
    'rotation.periodDays': numeric(prop(resource, 'rotation_period_in_days')),
  };
  return [factOf('key', resource, { fields, names: names(resource) })];
};

function originOf(resource: Resource): Value {
  const store = prop(resource, 'custom_key_store_id');
  const external = prop(resource, 'xks_key_id');
  if (isWritten(external))
    return mapArms(external, (plain) =>
      known(plain.is === 'absent' ? 'AWS_KMS' : 'EXTERNAL_KEY_STORE', { place: plain.place }),
    );
  return mapArms(store, (plain) =>
    known(plain.is === 'absent' ? 'AWS_KMS' : 'AWS_CLOUDHSM', { place: plain.place }),
  );
}

function multiRegion(value: Value): Value {
  return mapArms(flag(value), (plain) =>
    plain.is === 'known' ? (plain.value === true ? { ...plain, value: 'PRIMARY' } : absent) : plain,
  );
}

const external: Maker = (resource) => {
  const material = prop(resource, 'key_material_base64');
  const fields = {
    ...common(resource),
    spec: known('SYMMETRIC_DEFAULT'),
    origin: known('EXTERNAL'),
    'rotation.supported': known(false),
    'material.imported': known(true, { place: material.place ?? resource.place }),
    'material.expires': mapArms(prop(resource, 'valid_to'), (plain) =>
      plain.is === 'known' ? known(true, { place: plain.place }) : plain,
    ),
    'material.literal': mapArms(material, (plain) =>
      plain.is === 'known' ? { ...known(true, { place: plain.place }) } : absent,
    ),
  };
  return [factOf('key', resource, { fields, names: names(resource) })];
};

/** Of a replica everything but the policy is the primary's. */
const replica: Maker = (resource) => [
  factOf('key', resource, {
    fields: { ...common(resource), multiRegion: known('REPLICA'), 'rotation.supported': known(false) },
    names: names(resource),
    incomplete: true,
  }),
];

const policy: Maker = (resource) => [
  factOf('key', resource, {
    fields: {
      ...keyPolicy(resource, prop(resource, 'policy'), []),
      lockoutCheckBypassed: flag(prop(resource, 'bypass_policy_lockout_safety_check')),
    },
    of: prop(resource, 'key_id'),
  }),
];

const alias: Maker = (resource) => {
  const name = prop(resource, 'name');
  const text = textForm(name);
  const aliases = text === undefined ? [`⟨${resource.address}.name⟩`] : [text];
  const called = [...aliases.flatMap((each) => [each, `arn:aws:kms:::${each}`])];
  const fields = { aliases: isWritten(name) ? list([name]) : absent };
  return [factOf('key', resource, { fields, of: prop(resource, 'target_key_id'), names: called })];
};

/** Policies of identities: whether one may decrypt with every key. */
const identity: Maker = (resource): AnyFact[] => {
  const fields = decided(resource, prop(resource, 'policy'), { type: 'identity' }, []);
  return Object.keys(fields).length === 0
    ? []
    : [factOf('policy', resource, { fields: { type: known('identity'), ...fields } })];
};

export const keyFacts: Record<string, Maker> = {
  aws_kms_key: key,
  aws_kms_external_key: external,
  aws_kms_replica_key: replica,
  aws_kms_replica_external_key: replica,
  aws_kms_key_policy: policy,
  aws_kms_alias: alias,
  aws_iam_policy: identity,
  aws_iam_role_policy: identity,
  aws_iam_user_policy: identity,
  aws_iam_group_policy: identity,
};
