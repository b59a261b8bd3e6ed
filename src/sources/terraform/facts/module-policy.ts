import { absent, known, list, type RecordEntry, record, unknown, type Value } from '../../../model/value.ts';
import { flag, prop, read } from '../../template/fact.ts';
import { itemsOf } from '../../template/members.ts';
import { decodedPolicy } from '../../template/policy-text.ts';
import type { Resource } from '../../template/resource.ts';
import { nameOf } from '../../template/stand-ins.ts';

/** The statements that `terraform-aws-modules/s3-bucket` adds to a bucket's policy, by the input that asks for them. */
const added: Record<string, (bucket: string) => Record<string, unknown>> = {
  attach_deny_insecure_transport_policy: (arn) =>
    deny('s3:*', [arn, `${arn}/*`], { Bool: { 'aws:SecureTransport': 'false' } }),
  attach_require_latest_tls_policy: (arn) =>
    deny('s3:*', [arn, `${arn}/*`], { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
  attach_deny_unencrypted_object_uploads: (arn) =>
    deny('s3:PutObject', [`${arn}/*`], { Null: { 's3:x-amz-server-side-encryption': 'true' } }),
  attach_deny_ssec_encrypted_object_uploads: (arn) =>
    deny('s3:PutObject', [`${arn}/*`], {
      Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' },
    }),
};

/** Inputs that add statements which are not read here. */
const others = [
  'attach_deny_incorrect_encryption_headers',
  'attach_deny_incorrect_kms_key_sse',
  'attach_elb_log_delivery_policy',
  'attach_lb_log_delivery_policy',
  'attach_access_log_delivery_policy',
  'attach_inventory_destination_policy',
];

function deny(
  action: string,
  resources: string[],
  condition: Record<string, unknown>,
): Record<string, unknown> {
  return { Effect: 'Deny', Principal: '*', Action: action, Resource: resources, Condition: condition };
}

export function attachedStatements(resource: Resource, own: Value, names: string[]): Value {
  const arn = `arn:aws:s3:::${nameOf(names[0]!)}`;
  const decoded = decodedPolicy(own, resource.words);
  if (decoded.is === 'unknown') return decoded;
  const statements = [...itemsOf(read(decoded, 'Statement')).items];
  let rest: Value | undefined;
  for (const [input, statement] of Object.entries(added)) {
    const asked = flag(prop(resource, input));
    if (asked.is === 'known' && asked.value === true) statements.push(asValue(statement(arn), asked));
    else if (asked.is !== 'absent' && asked.is !== 'known') rest = asked;
  }
  for (const input of others) {
    const asked = flag(prop(resource, input));
    if (asked.is !== 'absent' && !(asked.is === 'known' && asked.value === false)) rest = asked;
  }
  if (statements.length === 0 && !rest) return absent;
  const open = rest && unknown('the module adds statements that are not read here', { place: rest.place });
  return record([
    { name: known('Version'), value: known('2012-10-17') },
    {
      name: known('Statement'),
      value: {
        ...list(statements, { place: statements[0]?.place ?? rest?.place }),
        ...(open?.is === 'unknown' && { rest: open }),
      },
    },
  ]);
}

/** Plain data as a value; all of it stands where it was asked for. */
function asValue(data: unknown, at: Value): Value {
  const written = { place: at.place };
  if (Array.isArray(data))
    return list(
      data.map((each) => asValue(each, at)),
      written,
    );
  if (typeof data !== 'object' || data === null) return known(data as string, written);
  const entries = Object.entries(data).map(
    ([name, value]): RecordEntry => ({ name: known(name, written), value: asValue(value, at) }),
  );
  return record(entries, written);
}
