import type { PolicyStatement } from '../model/change.ts';
import type { Property } from '../model/kinds.ts';

/** `strict`: uploads must name their encryption. `friendly`: those that name none rely on the default of the bucket. */
export type Form = 'strict' | 'friendly';

const sse = 's3:x-amz-server-side-encryption';
const kid = `${sse}-aws-kms-key-id`;
const calg = `${sse}-customer-algorithm`;

type Conditions = Record<string, Record<string, string>>;

function deny(
  Sid: string,
  Action: string,
  Resource: string | string[],
  Condition: Conditions,
): PolicyStatement {
  return { Sid, Effect: 'Deny', Principal: '*', Action, Resource, Condition };
}
const everything = (Sid: string, condition: Conditions) =>
  deny(Sid, 's3:*', ['${bucket}', '${bucket}/*'], condition);
const upload = (Sid: string, condition: Conditions) => deny(Sid, 's3:PutObject', '${bucket}/*', condition);

const noCustomerKey = upload('DenyCustomerProvidedKeys', { Null: { [calg]: 'false' } });

/**
 * Statements that deny what a property is about, for every principal; `${bucket}` stands for the bucket's ARN.
 * Undefined where no statement can say it in general.
 */
export function correctStatements(
  property: Property,
  form: Form,
  { keyArn }: { keyArn?: string } = {},
): PolicyStatement[] | undefined {
  const statements: Partial<Record<Property, PolicyStatement[]>> = {
    http: [everything('DenyPlainHttp', { Bool: { 'aws:SecureTransport': 'false' } })],
    oldTls: [everything('DenyOldTls', { NumericLessThan: { 's3:TlsVersion': '1.2' } })],
    sseC: [noCustomerKey],
    unencrypted: [upload('RequireEncryptionHeader', { Null: { [sse]: 'true' } })],
    otherEncryption: form === 'strict' ? strict(keyArn) : friendly(keyArn),
    ...(keyArn ? { foreignKey: form === 'strict' ? strict(keyArn) : friendly(keyArn) } : {}),
  };
  return statements[property];
}

/** Conditions of one statement are joined by *and*: the key is pinned in a statement of its own. */
function strict(keyArn: string | undefined): PolicyStatement[] {
  const mode = upload('RequireKms', { StringNotEquals: { [sse]: 'aws:kms' } });
  return keyArn ? [mode, upload('RequireThisKey', { ArnNotEquals: { [kid]: keyArn } })] : [mode];
}

function friendly(keyArn: string | undefined): PolicyStatement[] {
  const mode = upload('DenyOtherThanKms', {
    StringNotEquals: { [sse]: 'aws:kms' },
    Null: { [sse]: 'false' },
  });
  if (!keyArn) return [mode, noCustomerKey];
  return [
    mode,
    upload('DenyKmsWithoutKey', { StringEquals: { [sse]: 'aws:kms' }, Null: { [kid]: 'true' } }),
    upload('DenyOtherKeys', { ArnNotEquals: { [kid]: keyArn }, Null: { [kid]: 'false' } }),
    noCustomerKey,
  ];
}
