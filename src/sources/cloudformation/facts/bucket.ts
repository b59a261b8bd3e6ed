import type { AnyFact } from '../../../model/fact.ts';
import { known, mapArms, textOf, type Value } from '../../../model/value.ts';
import { requestFact } from '../../../sdks/index.ts';
import { bucketEncryption, type EncryptionNames } from '../../template/encryption.ts';
import { bucketNames, factOf, prop, read, textsOf } from '../../template/fact.ts';
import { itemsOf, laidOut, whole } from '../../template/members.ts';
import { attachedPolicy } from '../../template/policy.ts';
import { type ReplicationNames, replicationRows } from '../../template/replication.ts';
import type { Resource } from '../../template/resource.ts';
import type { Maker } from '../facts.ts';

/** Buckets (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html). */

const encryptionNames: EncryptionNames = {
  byDefault: 'ServerSideEncryptionByDefault',
  algorithm: 'SSEAlgorithm',
  keyId: 'KMSMasterKeyID',
  bucketKey: 'BucketKeyEnabled',
  blocked: ['BlockedEncryptionTypes', 'EncryptionType'],
  misspelled: ['BlockEncryptionTypes', 'BlockedEncryptionType'],
};

const replicationNames: ReplicationNames = {
  status: 'Status',
  selected: [['SourceSelectionCriteria', 'SseKmsEncryptedObjects', 'Status']],
  replicaKey: [['Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID']],
};

function nameFields(resource: Resource): { name: Value; names: string[] } {
  const name = prop(resource, 'BucketName');
  return { name, names: bucketNames(name, `⟨${resource.address}.Ref⟩`) };
}

/** Without a rule nothing is configured. */
function encryptionOf(resource: Resource): Record<string, Value> {
  const configuration = prop(resource, 'BucketEncryption');
  if (configuration.is === 'absent') return {};
  const rule = read(configuration, 'ServerSideEncryptionConfiguration');
  return bucketEncryption(configuration, rule, encryptionNames);
}

const bucket: Maker = (resource) => {
  const { name, names } = nameFields(resource);
  const target = prop(resource, 'LoggingConfiguration', 'DestinationBucketName');
  const fields = {
    name,
    ...encryptionOf(resource),
    'versioning.status': prop(resource, 'VersioningConfiguration', 'Status'),
    'logging.target': target,
    replication: replicationRows(
      whole(prop(resource, 'ReplicationConfiguration'), 'Rules'),
      replicationNames,
    ),
    lifecycle: mapArms(prop(resource, 'LifecycleConfiguration'), (plain) =>
      plain.is === 'absent' || plain.is === 'unknown' ? plain : known(true, { place: plain.place }),
    ),
  };
  return [factOf('bucket', resource, { fields, names }), ...logTarget(resource, target, 'accessLog')];
};

const directory: Maker = (resource) => {
  const { name, names } = nameFields(resource);
  const fields = { name, directory: known(true), ...encryptionOf(resource) };
  return [factOf('bucket', resource, { fields, names })];
};

function logTarget(resource: Resource, to: Value, kind: 'accessLog' | 'loadBalancer'): AnyFact[] {
  return to.is === 'absent' ? [] : part(resource, to, { logTarget: known(kind, { place: to.place }) });
}

function part(resource: Resource, of: Value, fields: Record<string, Value>): AnyFact[] {
  return [factOf('bucket', resource, { fields, of, incomplete: true })];
}

const policy: Maker = (resource) => {
  const of = prop(resource, 'Bucket');
  const fields = attachedPolicy(resource, prop(resource, 'PolicyDocument'), textsOf(of));
  const bare = Object.entries(fields).map(([path, value]) => [path.replace(/^policy\./, ''), value] as const);
  return [factOf('policy', resource, { fields: { type: known('bucket'), ...Object.fromEntries(bare) }, of })];
};

const loadBalancer: Maker = (resource) => {
  const attributes = itemsOf(laidOut(whole(resource.body, 'LoadBalancerAttributes'))).items;
  const found = attributes.find((each) => textOf(read(each, 'Key')) === 'access_logs.s3.bucket');
  return logTarget(
    resource,
    found ? read(found, 'Value') : prop(resource, 'AccessLoggingPolicy', 'S3BucketName'),
    'loadBalancer',
  );
};

/** Data events of a trail, on buckets by their ARNs. */
export const trailed: Maker = (resource) => {
  const selectors = itemsOf(laidOut(whole(resource.body, 'EventSelectors'))).items;
  const data = selectors.flatMap((each) => itemsOf(laidOut(whole(each, 'DataResources'))).items);
  const arns = data
    .filter((each) => textOf(read(each, 'Type')) === 'AWS::S3::Object')
    .flatMap((each) => itemsOf(read(each, 'Values')).items);
  const advanced = itemsOf(laidOut(whole(resource.body, 'AdvancedEventSelectors'))).items;
  const every: Value[] = advanced.map((each) => known('*', { place: each.place }));
  return [...arns, ...every].flatMap((arn) =>
    part(resource, isAll(arn) ? known('*') : arn, { trail: known(true, { place: arn.place }) }),
  );
};

function isAll(arn: Value): boolean {
  return ['*', 'arn:aws:s3', 'arn:aws:s3:::'].includes(textOf(arn) ?? '');
}

/**
 * `provider.deploymentBucket` of the Serverless Framework: uploads of its deployments, and a bucket of which the rest is
 * not seen (https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml).
 */
const deployment: Maker = (resource) => {
  const members = {
    Bucket: prop(resource, 'name'),
    ServerSideEncryption: prop(resource, 'serverSideEncryption'),
    SSEKMSKeyId: prop(resource, 'sseKMSKeyId'),
    SSECustomerAlgorithm: prop(resource, 'sseCustomerAlgorithim'),
    SSECustomerKey: prop(resource, 'sseCustomerKey'),
    SSECustomerKeyMD5: prop(resource, 'sseCustomerKeyMD5'),
  };
  const written = Object.fromEntries(Object.entries(members).filter(([, value]) => value.is !== 'absent'));
  const { place, via, source } = resource;
  return [
    requestFact({
      operation: 'PutObject',
      members: written,
      place,
      via,
      source,
      keys: { encoding: 'either', md5: 'computed' },
    }),
  ];
};

export const bucketFacts: Record<string, Maker> = {
  'AWS::S3::Bucket': bucket,
  'AWS::S3Express::DirectoryBucket': directory,
  'AWS::S3::BucketPolicy': policy,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': loadBalancer,
  'AWS::ElasticLoadBalancing::LoadBalancer': loadBalancer,
  'serverless.deploymentBucket': deployment,
};
