import { absent, combine, isWritten, known, mapArms, unknown, type Value } from '../model/value.ts';
import { meantWireValue } from '../model/wire.ts';
import { bare } from './members.ts';

/** The values of `x-amz-server-side-encryption` that S3 takes, and the mode that each is. */
const modeOfWire: Record<string, string> = {
  AES256: 'SSE-S3',
  'aws:kms': 'SSE-KMS',
  'aws:kms:dsse': 'DSSE-KMS',
};

/** Values for FSx and AWS Backup access points: valid, and no mode of a bucket's object. */
const otherWireValues = new Set(['aws:fsx', 'aws:backup']);

/** Enum members of SDKs, without case and separators, and the wire value that each stands for. */
const enumWords: Record<string, string> = {
  aes256: 'AES256',
  awskms: 'aws:kms',
  kms: 'aws:kms',
  awskmsdsse: 'aws:kms:dsse',
  dsse: 'aws:kms:dsse',
};

/** The wire value of an algorithm that may be written as a member of an SDK's enum. */
export function wireValue(algorithm: Value): Value {
  return mapArms(algorithm, (value) => {
    if (value.is === 'known' && (value.value === '' || value.value === null)) return absent;
    if (value.is !== 'unknown' || value.origin === undefined) return value;
    const wire = enumValue(value.origin);
    if (wire === undefined) return value;
    return wire === '' ? absent : known(wire, { place: value.place, name: value.name, entry: value.entry });
  });
}

/** The customer algorithm, which may be a member of an enum too: S3 takes AES256 alone. */
export function customerAlgorithm(algorithm: Value): Value {
  return mapArms(algorithm, (value) => {
    if (value.is !== 'unknown' || value.origin === undefined) return value;
    const [type, last] = value.origin.split('.').slice(-2).map(bare);
    if (!type?.includes('customer')) return value;
    if (last === 'none') return absent;
    return last === 'aes256'
      ? known('AES256', { place: value.place, name: value.name, entry: value.entry })
      : value;
  });
}

const enumTypes = /(serversideencryption|ssealgorithm|encryptiontype|objectmetadata|ssetype)/;

/** `…ServerSideEncryption.AWS_KMS` → `aws:kms`; the empty text for the member that sends nothing. */
function enumValue(symbol: string): string | undefined {
  const segments = symbol
    .split('.')
    .filter(
      (segment) => !/^(toString|name|value|getAlgorithm|as_str|to_string|rawValue|into|Value)$/.test(segment),
    );
  const last = bare(segments.at(-1) ?? '');
  const type = bare(segments.slice(0, -1).join(''));
  const member = last
    .replace(/^(serversideencryption|ssealgorithm)(?=.)/, '')
    .replace(/serversideencryption$/, '');
  // A member that is imported by its bare name: `AWS_KMS`.
  const isBare = segments.length === 2 && segments[0] === '*' && /^[A-Z]/.test(segments[1]!);
  const isEnum = enumTypes.test(type) || member !== last || segments.includes('') || isBare;
  if (!isEnum) return undefined;
  if (member === 'none' || member === 'notset') return '';
  return enumWords[member];
}

export function modeOf(algorithm: Value, customer: Value): Value {
  return combine(algorithm, customer, (sse, sseC) => {
    const written = { place: isWritten(sse) ? sse.place : sseC.place };
    if (sse.is === 'absent') {
      if (sseC.is === 'absent') return known('default');
      return sseC.is === 'known' ? known('SSE-C', written) : sseC;
    }
    if (sse.is === 'unknown') return sse;
    if (sse.is !== 'known') return known('invalid', written);
    if (sseC.is === 'known') return known('invalid', written);
    if (otherWireValues.has(String(sse.value)))
      return unknown(`\`${sse.value}\` is for access points of other services`, written);
    return known(modeOfWire[String(sse.value)] ?? 'invalid', written);
  });
}

/** The valid wire value that an invalid one most likely means; absent where it is valid or unlike any. */
function nearest(algorithm: Value): Value {
  return mapArms(algorithm, (value) => {
    if (value.is !== 'known') return absent;
    const text = String(value.value);
    if (modeOfWire[text] || otherWireValues.has(text)) return absent;
    const wire = meantWireValue(text);
    return wire ? known(wire, { place: value.place }) : absent;
  });
}

/** How a key id names its key. */
function keyForm(keyId: Value): Value {
  return mapArms(keyId, (value) => {
    if (value.is !== 'known') return value;
    return known(formOf(String(value.value)), { place: value.place });
  });
}

/** The Region in a key's ARN; an id or an alias without one says nothing. */
function keyRegion(keyId: Value): Value {
  return mapArms(keyId, (value) => {
    const region =
      value.is === 'known' ? /^arn:[^:]+:kms:([^:]+):/.exec(String(value.value))?.[1] : undefined;
    if (region) return known(region, { place: value.place });
    return value.is === 'unknown' ? value : absent;
  });
}

function formOf(id: string): string {
  if (/(^|:)alias\/aws\/s3$/.test(id) || id === 'aws/s3') return 'awsManaged';
  if (/(^|:)alias\//.test(id)) return 'alias';
  return id.startsWith('arn:') ? 'arn' : 'id';
}

/** The leaves of an `encryption` group: of a request, a bucket's default, an object, or a sink. */
export function encryptionFields(given: {
  algorithm: Value;
  keyId: Value;
  bucketKey: Value;
  /** Known where the request carries a customer key. */
  customer?: Value;
}): Record<string, Value> {
  const algorithm = wireValue(given.algorithm);
  const keyId = mapArms(given.keyId, (value) =>
    value.is === 'known' && (value.value === '' || value.value === null) ? absent : value,
  );
  return {
    'encryption.algorithm': algorithm,
    'encryption.mode': modeOf(algorithm, given.customer ?? absent),
    'encryption.nearest': nearest(algorithm),
    'encryption.keyId': keyId,
    'encryption.keyForm': keyForm(keyId),
    'encryption.keyRegion': keyRegion(keyId),
    'encryption.bucketKey': given.bucketKey,
  };
}

/** Whether any of some values is there: known where one certainly is, absent where none is. */
export function anyWritten(values: Value[]): Value {
  return values.reduce<Value>(
    (sum, each) =>
      combine(sum, each, (a, b) => {
        if (a.is === 'known') return a;
        if (b.is === 'known' || b.is === 'list' || b.is === 'record') return known(true, { place: b.place });
        return a.is === 'absent' ? (b as Exclude<Value, { is: 'oneOf' }>) : a;
      }),
    absent,
  );
}
