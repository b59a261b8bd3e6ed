import { contains, type Place } from '../../../model/place.ts';
import type { Value } from '../../../model/value.ts';
import type { Block, Body } from '../syntax.ts';
import type { Page } from '../write.ts';

/** Where a field that is not yet written belongs: the body and the attribute's name. */
export interface Home {
  body: Body;
  name: string;
}

const inBucket: Record<string, { within: string[]; name: string }> = {
  'encryption.algorithm': {
    within: ['rule', 'apply_server_side_encryption_by_default'],
    name: 'sse_algorithm',
  },
  'encryption.keyId': {
    within: ['rule', 'apply_server_side_encryption_by_default'],
    name: 'kms_master_key_id',
  },
  'encryption.bucketKey': { within: ['rule'], name: 'bucket_key_enabled' },
  'encryption.blocked': { within: ['rule'], name: 'blocked_encryption_types' },
};

const inResource: Record<string, Record<string, string>> = {
  request: {
    'encryption.algorithm': 'server_side_encryption',
    'encryption.keyId': 'kms_key_id',
    'encryption.bucketKey': 'bucket_key_enabled',
    'customerKey.algorithm': 'customer_algorithm',
    'customerKey.key': 'customer_key',
    'customerKey.md5': 'customer_key_md5',
  },
  key: {
    'rotation.enabled': 'enable_key_rotation',
    'rotation.periodDays': 'rotation_period_in_days',
    deletionWindowDays: 'deletion_window_in_days',
  },
};

/** By the type of the resource: where a sink's key goes. */
const sinkKeys: Record<string, { within: string[]; name: string }> = {
  aws_athena_workgroup: {
    within: ['configuration', 'result_configuration', 'encryption_configuration'],
    name: 'kms_key_arn',
  },
  aws_athena_database: { within: ['encryption_configuration'], name: 'kms_key' },
  aws_glue_security_configuration: {
    within: ['encryption_configuration', 's3_encryption'],
    name: 'kms_key_arn',
  },
  aws_kinesis_firehose_delivery_stream: { within: ['extended_s3_configuration'], name: 'kms_key_arn' },
  aws_cloudtrail: { within: [], name: 'kms_key_id' },
  aws_redshift_cluster: { within: [], name: 'kms_key_id' },
  aws_dms_s3_endpoint: { within: [], name: 'server_side_encryption_kms_key_id' },
  s3: { within: [], name: 'kms_key_id' },
};

export function homeOf(path: string, page: Page): Home | undefined {
  const { fact, body } = page;
  if (fact.kind === 'bucket') {
    const configuration = (fact.fields as Record<string, Value>)['encryption.written']?.place;
    return into(configuration && innermost(body, configuration), inBucket[path]);
  }
  const block = innermost(body, fact.place);
  if (fact.kind === 'sink')
    return path === 'encryption.keyId' ? into(block, sinkKeys[block?.labels[0] ?? '']) : undefined;
  const name = inResource[fact.kind]?.[path];
  return block && name ? { body: block.body, name } : undefined;
}

function into(
  block: Block | undefined,
  home: { within: string[]; name: string } | undefined,
): Home | undefined {
  if (!block || !home) return undefined;
  let { body } = block;
  for (const type of home.within) {
    const inner = body.blocks.find((each) => each.type === type);
    if (!inner) return undefined;
    body = inner.body;
  }
  return { body, name: home.name };
}

/** The smallest block around a place. */
export function innermost(body: Body, place: Place): Block | undefined {
  const around = body.blocks.find((each) => contains(each.place, place));
  return around && (innermost(around.body, place) ?? around);
}
