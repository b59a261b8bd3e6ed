import type { AnyFact } from '../../../model/fact.ts';
import { absent, known, mapArms, textOf, type Value } from '../../../model/value.ts';
import { bucketEncryption, type EncryptionNames } from '../../template/encryption.ts';
import { bucketNames, factOf, flag, prop, read, textsOf } from '../../template/fact.ts';
import { itemsOf, laidOut, whole } from '../../template/members.ts';
import { attachedPolicy } from '../../template/policy.ts';
import { type ReplicationNames, replicationRows } from '../../template/replication.ts';
import type { Resource } from '../../template/resource.ts';
import type { Maker } from '../facts.ts';

/**
 * Buckets and the resources that configure one
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket and its neighbours).
 */

export const encryptionNames: EncryptionNames = {
  byDefault: 'apply_server_side_encryption_by_default',
  algorithm: 'sse_algorithm',
  keyId: 'kms_master_key_id',
  bucketKey: 'bucket_key_enabled',
  blocked: ['blocked_encryption_types'],
  misspelled: ['block_encryption_types', 'blocked_encryption_type'],
};

const bucket: Maker = (resource) => {
  const name = prop(resource, 'bucket');
  const configuration = prop(resource, 'server_side_encryption_configuration');
  const names = bucketNames(name, `⟨${resource.address}.id⟩`);
  const ignoresEncryption = resource.ignored.includes('server_side_encryption_configuration');
  const fields = {
    name,
    region: resource.region ?? absent,
    ...(configuration.is !== 'absent' &&
      !ignoresEncryption &&
      bucketEncryption(configuration, read(configuration, 'rule'), encryptionNames)),
    'versioning.status': versioningOf(prop(resource, 'versioning', 'enabled')),
    'logging.target': prop(resource, 'logging', 'target_bucket'),
    replication: replicationOf(prop(resource, 'replication_configuration')),
    lifecycle: present(prop(resource, 'lifecycle_rule')),
    ...attachedPolicy(resource, prop(resource, 'policy'), names),
  };
  return [
    factOf('bucket', resource, { fields, names }),
    ...logTarget(resource, prop(resource, 'logging', 'target_bucket'), 'accessLog'),
  ];
};

function versioningOf(enabled: Value): Value {
  return mapArms(flag(enabled), (plain) =>
    plain.is === 'known' ? { ...plain, value: plain.value === true ? 'Enabled' : 'Suspended' } : plain,
  );
}

function present(value: Value): Value {
  return mapArms(value, (plain) =>
    plain.is === 'unknown' || plain.is === 'absent' ? plain : known(true, { place: plain.place }),
  );
}

/** The fact of what a resource says of a bucket that is declared elsewhere. */
function part(resource: Resource, of: Value, fields: Record<string, Value>): AnyFact[] {
  return [factOf('bucket', resource, { fields, of, incomplete: true })];
}

const encryption: Maker = (resource) => {
  const rule = prop(resource, 'rule');
  return part(
    resource,
    prop(resource, 'bucket'),
    bucketEncryption({ ...resource.body, place: resource.place }, rule, encryptionNames),
  );
};

const versioning: Maker = (resource) =>
  part(resource, prop(resource, 'bucket'), {
    'versioning.status': prop(resource, 'versioning_configuration', 'status'),
  });

const logging: Maker = (resource) => [
  ...part(resource, prop(resource, 'bucket'), { 'logging.target': prop(resource, 'target_bucket') }),
  ...logTarget(resource, prop(resource, 'target_bucket'), 'accessLog'),
];

/** A bucket that receives logs says so of itself. */
export function logTarget(resource: Resource, to: Value, kind: 'accessLog' | 'loadBalancer'): AnyFact[] {
  return to.is === 'absent' ? [] : part(resource, to, { logTarget: known(kind, { place: to.place }) });
}

const replication: Maker = (resource) =>
  part(resource, prop(resource, 'bucket'), { replication: replicationOf(resource.body) });

/** Inline it is a block with rules, apart it is the resource itself. */
function replicationOf(configuration: Value): Value {
  return mapArms(configuration, (plain) => {
    const inner = plain.is === 'list' ? (plain.items[0] ?? absent) : plain;
    const rules = ['rule', 'rules'].map((name) => whole(inner, name)).find((each) => each.is !== 'absent');
    return replicationRows(rules ?? absent, replicationNames);
  });
}

const replicationNames: ReplicationNames = {
  status: 'status',
  selected: [
    ['source_selection_criteria', 'sse_kms_encrypted_objects', 'status'],
    ['source_selection_criteria', 'sse_kms_encrypted_objects', 'enabled'],
  ],
  replicaKey: [
    ['destination', 'encryption_configuration', 'replica_kms_key_id'],
    ['destination', 'replica_kms_key_id'],
  ],
};

const lifecycle: Maker = (resource) =>
  part(resource, prop(resource, 'bucket'), { lifecycle: known(true, { place: resource.place }) });

const policy: Maker = (resource) => {
  const of = prop(resource, 'bucket');
  const fields = attachedPolicy(resource, prop(resource, 'policy'), textsOf(of));
  return [factOf('policy', resource, { fields: unprefixed(fields), of })];
};

function unprefixed(fields: Record<string, Value>): Record<string, Value> {
  const rows = Object.entries(fields).map(([path, value]) => [path.replace(/^policy\./, ''), value] as const);
  return { type: known('bucket'), ...Object.fromEntries(rows) };
}

const directory: Maker = (resource) => [
  factOf('bucket', resource, {
    fields: { name: prop(resource, 'bucket'), directory: known(true, { place: resource.place }) },
    names: bucketNames(prop(resource, 'bucket'), `⟨${resource.address}.id⟩`),
  }),
];

const loadBalancer: Maker = (resource) =>
  logTarget(resource, prop(resource, 'access_logs', 'bucket'), 'loadBalancer');

/** Data events of a trail, on buckets by their ARNs (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html). */
export const trailed: Maker = (resource) => {
  const selectors = itemsOf(laidOut(whole(resource.body, 'event_selector'))).items;
  const resources = selectors.flatMap((each) => itemsOf(laidOut(whole(each, 'data_resource'))).items);
  const arns = resources
    .filter((each) => textOf(read(each, 'type')) === 'AWS::S3::Object')
    .flatMap((each) => itemsOf(read(each, 'values')).items);
  const all = itemsOf(laidOut(whole(resource.body, 'advanced_event_selector'))).items.map((each) =>
    known('*', { place: each.place }),
  );
  return [...arns, ...all].flatMap((arn) =>
    part(resource, isAll(arn) ? known('*') : arn, { trail: known(true, { place: arn.place }) }),
  );
};

function isAll(arn: Value): boolean {
  return ['*', 'arn:aws:s3', 'arn:aws:s3:::'].includes(textOf(arn) ?? '');
}

export const bucketFacts: Record<string, Maker> = {
  aws_s3_bucket: bucket,
  aws_s3_bucket_server_side_encryption_configuration: encryption,
  aws_s3_bucket_server_side_encryption_configuration_v2: encryption,
  aws_s3_bucket_versioning: versioning,
  aws_s3_bucket_logging: logging,
  aws_s3_bucket_replication_configuration: replication,
  aws_s3_bucket_lifecycle_configuration: lifecycle,
  aws_s3_bucket_policy: policy,
  aws_s3_directory_bucket: directory,
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  aws_elb: loadBalancer,
};
