import { createHash } from 'node:crypto';
import { absent, combine, isWritten, known, list, mapArms, unknown, type Value } from '../model/value.ts';
import { anyWritten } from './encryption.ts';

/** How one SDK or tool takes a customer key (what it sends is always base64 of 32 bytes and of their MD5). */
export interface KeyHandling {
  /** `raw`: it encodes; `base64`: the caller does; `either`: it looks. */
  encoding: 'raw' | 'base64' | 'either';
  /** Whether it computes `SSECustomerKeyMD5` itself. */
  md5: 'computed' | 'manual';
  /** With the MD5 given, this SDK sends the key as it is (boto3). */
  rawUnlessMd5?: boolean;
  /** It throws on SSE-C over http before anything is sent. */
  refusesHttp?: boolean;
}

/** The leaves of a `customerKey` group below `prefix`, with what is wrong with a literal key. */
export function customerKeyFields(
  prefix: string,
  given: { algorithm: Value; key: Value; md5: Value },
  handling: KeyHandling,
  partial: boolean,
): Record<string, Value> {
  const key = mapArms(given.key, secretOf);
  const trio = { ...given, key };
  if (![given.algorithm, key, given.md5].some(isWritten)) return {};
  const encoding = encodingOf(given.md5, handling);
  const there = anyWritten([given.algorithm, key, given.md5]);
  const wherever = (word: string | boolean) =>
    mapArms(there, (value) => (value.is === 'absent' ? absent : known(word)));
  return {
    [`${prefix}.algorithm`]: given.algorithm,
    [`${prefix}.key`]: key,
    [`${prefix}.md5`]: mapArms(given.md5, (value) =>
      value.is === 'known' ? { ...value, secret: true } : value,
    ),
    [`${prefix}.encoding`]: wherever(encoding),
    [`${prefix}.md5Computed`]: wherever(handling.md5 === 'computed'),
    [`${prefix}.literal`]: mapArms(key, (value) =>
      value.is === 'known' ? known(true, { place: value.place }) : absent,
    ),
    ...derived(prefix, key, encoding),
    [`${prefix}.md5Problem`]: md5Problem(key, given.md5, encoding),
    [`${prefix}.missing`]: missing(trio, handling, partial),
  };
}

const placeholder =
  /^(<.*>|\$\{.*\}|\$\w+|\{\{.*\}\}|%\w+%|[*xX.]+|\[.*\]|(your|my|the|base64)[-_ ].*|.*(_KEY|-key|_here|-here)|key|sse_?c?_?key|customer_?key|example)$/i;

/** A key that is written out is a secret; a word that stands for one is not a key. */
function secretOf(value: Exclude<Value, { is: 'oneOf' }>): Value {
  if (value.is !== 'known') return value;
  if (value.value === null || value.value === '') return absent;
  if (typeof value.value === 'string' && !value.bytes && placeholder.test(value.value)) {
    return unknown('a placeholder stands for the key', {
      place: value.place,
      name: value.name,
      entry: value.entry,
    });
  }
  return { ...value, secret: true };
}

function encodingOf(md5: Value, handling: KeyHandling): KeyHandling['encoding'] {
  return handling.rawUnlessMd5 && isWritten(md5) ? 'base64' : handling.encoding;
}

type Problem = 'length' | 'notBase64' | 'doubleEncoded' | 'hex' | undefined;

function derived(prefix: string, key: Value, encoding: KeyHandling['encoding']): Record<string, Value> {
  const of = (derive: (bytes: Buffer, text: string) => string | number | undefined) =>
    mapArms(key, (value) => {
      if (value.is !== 'known') return value.is === 'unknown' ? value : absent;
      const text = String(value.value);
      const found = derive(sentKey(text, value.bytes === true, encoding), text);
      return found === undefined ? absent : known(found, { place: value.place });
    });
  return {
    [`${prefix}.problem`]: of((bytes, text) => problemOf(bytes, text, encoding)),
    [`${prefix}.length`]: of((bytes) => bytes.length),
    [`${prefix}.weak`]: of((bytes) =>
      bytes.length > 1 && bytes.every((byte) => byte === bytes[0]) ? 'oneByte' : undefined,
    ),
  };
}

/** The bytes that S3 would take for the key. */
function sentKey(text: string, isBytes: boolean, encoding: KeyHandling['encoding']): Buffer {
  const own = Buffer.from(text, isBytes ? 'latin1' : 'utf8');
  if (encoding === 'raw') return own;
  const decoded = Buffer.from(text, 'base64');
  if (encoding === 'base64') return decoded;
  return !isBytes && isBase64(text) && decoded.length === 32 ? decoded : own;
}

const isBase64 = (text: string) => /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0;

function problemOf(bytes: Buffer, text: string, encoding: KeyHandling['encoding']): Problem {
  if (encoding === 'base64' && !isBase64(text)) return 'notBase64';
  if (bytes.length === 32) return undefined;
  if (/^[0-9a-f]{64}$/i.test(text)) return 'hex';
  const isEncoded = isBase64(text) && Buffer.from(text, 'base64').length === 32;
  if (encoding !== 'base64' && isEncoded) return 'doubleEncoded';
  if (encoding === 'base64' && isDoubleEncoded(bytes)) return 'doubleEncoded';
  return 'length';
}

function isDoubleEncoded(bytes: Buffer): boolean {
  const inner = bytes.toString('latin1');
  return isBase64(inner) && Buffer.from(inner, 'base64').length === 32;
}

/** What is wrong with a literal MD5 of the key (RFC 1864: base64 of 16 bytes, of the raw key's digest). */
function md5Problem(key: Value, md5: Value, encoding: KeyHandling['encoding']): Value {
  return combine(md5, key, (sum, of) => {
    if (sum.is !== 'known') return sum.is === 'unknown' ? bodyMd5(sum) : absent;
    const text = String(sum.value);
    const at = { place: sum.place };
    if (placeholder.test(text)) return absent;
    if (!isBase64(text)) return known('notBase64', at);
    if (Buffer.from(text, 'base64').length !== 16) return known('length', at);
    if (of.is !== 'known') return absent;
    const written = String(of.value);
    const raw = sentKey(written, of.bytes === true, encoding);
    if (digest(raw) === text) return absent;
    return known(digest(Buffer.from(written)) === text ? 'ofBase64' : 'mismatch', at);
  });
}

function bodyMd5(value: Value & { is: 'unknown' }): Value {
  return /ContentMD5|contentMd5|content_md5/.test(value.origin ?? '')
    ? known('bodyMd5', { place: value.place })
    : value;
}

export function digest(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('base64');
}

/** Which members the trio lacks, in S3's words. */
function missing(
  trio: { algorithm: Value; key: Value; md5: Value },
  handling: KeyHandling,
  partial: boolean,
): Value {
  if (partial) return absent;
  const lacking = [
    trio.algorithm.is === 'absent' && 'SSECustomerAlgorithm',
    trio.key.is === 'absent' && 'SSECustomerKey',
    trio.md5.is === 'absent' && handling.md5 === 'manual' && 'SSECustomerKeyMD5',
  ].filter((each) => each !== false);
  const place = [trio.key, trio.algorithm, trio.md5].find((each) => isWritten(each) && each.place)?.place;
  return lacking.length
    ? list(
        lacking.map((each) => known(each)),
        { place },
      )
    : absent;
}
