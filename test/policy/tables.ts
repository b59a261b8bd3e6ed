import type { Request } from '../../src/policy/form.ts';

/** Widely copied bucket policies and what each really denies: one row a policy, one column a request. */
export const bucket = 'arn:aws:s3:::reports';
export const object = `${bucket}/2026/q3.csv`;
export const goodKey = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const evilKey = 'arn:aws:kms:eu-central-1:999988887777:key/0987dcba-09fe-87dc-65ba-ab0987654321';
const role = 'arn:aws:iam::111122223333:role/Writer';

const sse = 's3:x-amz-server-side-encryption';
const kid = `${sse}-aws-kms-key-id`;
const calg = `${sse}-customer-algorithm`;
const over = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };

const put = (headers: Record<string, string>): Request => ({
  action: 's3:PutObject',
  resource: object,
  principal: { AWS: role },
  context: { ...over, ...headers },
});

export const uploads: Record<string, Request> = {
  'no header': put({}),
  AES256: put({ [sse]: 'AES256' }),
  'aws:kms no kid': put({ [sse]: 'aws:kms' }),
  'aws:kms good': put({ [sse]: 'aws:kms', [kid]: goodKey }),
  'aws:kms evil': put({ [sse]: 'aws:kms', [kid]: evilKey }),
  'dsse good': put({ [sse]: 'aws:kms:dsse', [kid]: goodKey }),
  'SSE-C': put({ [calg]: 'AES256' }),
};

type Conditions = Record<string, Record<string, unknown>>;
const deny = (Condition: Conditions, more: object = {}) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:PutObject',
  Resource: `${bucket}/*`,
  Condition,
  ...more,
});
const wrong = (value: string | string[]) => deny({ StringNotEquals: { [sse]: value } });
const otherKey = deny({ ArnNotEquals: { [kid]: goodKey } });

/** `D` denied, `p` passes; the columns are those of `uploads`. */
export const encryption: [name: string, statements: object[], cells: string][] = [
  ['E1', [wrong('aws:kms')], 'DDpppDD'],
  ['E2', [deny({ StringNotEqualsIfExists: { [sse]: 'aws:kms' } })], 'DDpppDD'],
  ['E3', [deny({ Null: { [sse]: 'true' } })], 'DpppppD'],
  ['E4', [deny({ StringNotEquals: { [sse]: 'aws:kms', [kid]: goodKey } })], 'DDppppD'],
  ['E5', [deny({ ArnNotEqualsIfExists: { [kid]: goodKey } })], 'DDDpDpD'],
  ['E6', [deny({ Null: { [kid]: 'true' } })], 'DDDpppD'],
  ['E7', [deny({ StringNotEquals: { [kid]: goodKey } })], 'DDDpDpD'],
  ['E8', [deny({ Null: { [sse]: 'true' }, StringNotEquals: { [sse]: 'aws:kms' } })], 'DpppppD'],
  ['E9', [deny({ StringEquals: { [sse]: 'AES256' } })], 'pDppppp'],
  ['E10', [deny({ Null: { [sse]: 'true' } }), wrong(['AES256', 'aws:kms'])], 'DppppDD'],
  ['E11 SSE-KMS', [wrong('SSE-KMS')], 'DDDDDDD'],
  ['E11 AWS:KMS', [wrong('AWS:KMS')], 'DDDDDDD'],
  ['E11 SSE-S3', [wrong('SSE-S3')], 'DDDDDDD'],
  ['E12', [deny({ Null: { [calg]: 'false' } })], 'ppppppD'],
  ['E13', [deny({ Null: { [calg]: 'true' } })], 'DDDDDDp'],
  ['E14', [deny({ StringNotEquals: { [calg]: 'AES256' } })], 'DDDDDDp'],
  ['E15', [deny({ StringNotEquals: { [sse]: 'aws:kms' }, Null: { [sse]: 'false' } })], 'pDpppDp'],
  ['E17', [deny({ StringNotLike: { [sse]: 'aws:kms*' } })], 'DDppppD'],
  ['E18', [{ ...deny({ StringEquals: { [sse]: 'aws:kms' } }), Effect: 'Allow' }], 'ppppppp'],
  ['E19', [deny({ StringNotEquals: { [sse]: 'aws:kms' } }, { Resource: bucket })], 'ppppppp'],
  [
    'OK-A',
    [
      deny({ StringNotEquals: { [sse]: 'aws:kms' }, Null: { [sse]: 'false' } }),
      deny({ StringEquals: { [sse]: 'aws:kms' }, Null: { [kid]: 'true' } }),
      deny({ ArnNotEquals: { [kid]: goodKey }, Null: { [kid]: 'false' } }),
      deny({ Null: { [calg]: 'false' } }),
    ],
    'pDDpDDD',
  ],
  ['OK-B', [wrong('aws:kms'), otherKey], 'DDDpDDD'],
];

const ask = (
  action: string,
  resource: string,
  context: Record<string, string>,
  principal: Request['principal'] = { AWS: role },
): Request => ({ action: `s3:${action}`, resource, principal, context });
const http = { 'aws:SecureTransport': 'false' };

export const transports: Record<string, Request> = {
  'GET http': ask('GetObject', object, http),
  'PUT http': ask('PutObject', object, http),
  'LIST http': ask('ListBucket', bucket, http),
  'GetVersion http': ask('GetObjectVersion', object, http),
  'anonymous GET http': ask('GetObject', object, http, 'anonymous'),
  'HTTPS 1.2': ask('GetObject', object, { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.2' }),
  'HTTPS 1.1': ask('GetObject', object, { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.1' }),
};

const plain = { Bool: { 'aws:SecureTransport': 'false' } };
const refuse = (Condition: Conditions, more: object = {}) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucket, `${bucket}/*`],
  Condition,
  ...more,
});
const without = (name: string, more: object) => {
  const { [name]: _, ...rest } = refuse(plain, more) as Record<string, unknown>;
  return rest;
};

/** The columns are those of `transports`. */
export const transport: [name: string, statements: object[], cells: string][] = [
  ['OK', [refuse(plain)], 'DDDDDpp'],
  ['T2', [refuse(plain, { Resource: bucket })], 'ppDpppp'],
  ['T3', [refuse(plain, { Resource: `${bucket}/*` })], 'DDpDDpp'],
  ['T4', [refuse(plain, { Action: ['s3:GetObject', 's3:PutObject'] })], 'DDppDpp'],
  ['T5', [without('Action', { NotAction: 's3:GetObject' })], 'pDDDppp'],
  ['T6', [refuse(plain, { Principal: { AWS: role } })], 'DDDDppp'],
  ['T7', [without('Principal', { NotPrincipal: { AWS: role } })], 'ppppDpp'],
  ['T8', [refuse({ Bool: { 'aws:SecureTransport': 'true' } })], 'pppppDD'],
  ['T9', [refuse({ ...plain, StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } })], 'ppppppp'],
  ['T10', [refuse({ Null: { 'aws:SecureTransport': 'true' } })], 'ppppppp'],
  ['T11', [refuse({ NumericLessThan: { 's3:TlsVersion': '1.2' } })], 'ppppppD'],
  ['T12', [refuse({ NumericLessThanIfExists: { 's3:TlsVersion': '1.2' } })], 'DDDDDpD'],
  ['T13', [refuse({ ...plain, NumericLessThan: { 's3:TlsVersion': '1.2' } })], 'ppppppp'],
  ['T14', [refuse({ BoolIfExists: { 'aws:SecureTransport': 'false' } })], 'DDDDDpp'],
  ['T15', [refuse({ Bool: { 'aws:SecureTransport': ['true', 'false'] } })], 'DDDDDDD'],
  ['T16', [{ ...refuse({ Bool: { 'aws:SecureTransport': 'true' } }), Effect: 'Allow' }], 'ppppppp'],
  ['T17', [refuse({ StringEquals: { 'aws:SecureTransport': 'False' } })], 'ppppppp'],
];
