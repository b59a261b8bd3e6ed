import type { AnyFact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { absent, isWritten, known, mapArms, textOf, unknown, type Value } from '../../model/value.ts';
import { encryptionFields, type Settings, transportFields } from '../../sdks/index.ts';
import type { Workspace } from '../source.ts';
import type { Told } from './match.ts';

/** A sink where encryption is written, a client where a connection is. */
export function factsOf(told: Told, file: string, workspace: Workspace): AnyFact[] {
  return [sink(told, file), client(told, file, workspace)].filter((fact) => fact !== undefined);
}

function sink({ service, says, bucket }: Told, file: string): AnyFact | undefined {
  const { algorithm = absent, keyOrId = absent, enabled = absent, bucketKey = absent } = says;
  const isCustomer =
    mapArms(wordOf(algorithm, service), (word) => (textOf(word) === 'customer' ? known(true) : absent)).is ===
    'known';
  const isOwn = isCustomer || textOf(algorithm)?.startsWith('CSE-C');
  const keyId = says.keyId ?? (isOwn ? absent : keyOrId);
  const literal = says.literalKey ?? (isOwn ? keyOrId : absent);
  if (![algorithm, keyId, literal, enabled].some(isWritten)) return undefined;
  const fields: Record<string, Value> = {
    service: known(service.service),
    'encryption.written': known([algorithm, keyId, enabled].some(isWritten)),
    'encryption.enabled': enabledOf(algorithm, asFlag(enabled), service),
    ...(isWritten(algorithm) && encryption(algorithm, keyId, asFlag(bucketKey), service)),
    ...(!isWritten(algorithm) && byKey(keyId, service)),
    badValue: badValue(algorithm, service),
    literalKey: literalKey(literal),
    key: secret(literal),
    ...location(says.location, bucket === undefined ? says.bucket : known(bucket)),
  };
  return factOf('sink', { service, says }, fields, file, textOf(fields['location.bucket']) ?? null);
}

/** The wire value that a service's word stands for, or `none`, `customer`, `client`, `default`. */
function wordOf(algorithm: Value, { words }: Settings): Value {
  return mapArms(algorithm, (plain) => {
    const word = plain.is === 'known' ? words[String(plain.value)] : undefined;
    return word === undefined ? plain : { ...plain, is: 'known', value: word };
  });
}

function encryption(
  algorithm: Value,
  keyId: Value,
  bucketKey: Value,
  service: Settings,
): Record<string, Value> {
  const wire = mapArms(algorithm, (plain) => {
    if (plain.is !== 'known') return plain;
    const word = service.words[String(plain.value)];
    const { place, name, entry } = plain;
    if (word === 'none' || word === 'default') return absent;
    if (word === undefined || word === 'client')
      return unknown('it is no encryption of S3', { place, name, entry });
    return { ...plain, value: word };
  });
  const mode = mapArms(wire, (plain) =>
    textOf(plain) === 'customer' ? known('SSE-C', { place: plain.place }) : absent,
  );
  const isCustomer = mode.is === 'known';
  const fields = encryptionFields({ algorithm: isCustomer ? absent : wire, keyId, bucketKey });
  const nearest = mapArms(algorithm, (plain) => nearestOf(plain, service));
  return { ...fields, ...(isCustomer && { 'encryption.mode': mode }), 'encryption.nearest': nearest };
}

/** Where no algorithm is written, the key may say it. */
function byKey(keyId: Value, { keyImplies }: Settings): Record<string, Value> {
  if (!isWritten(keyId)) return {};
  const algorithm = keyImplies ? known(keyImplies, { place: keyId.place }) : unknown('it is set elsewhere');
  return encryptionFields({ algorithm, keyId, bucketKey: absent });
}

function secret(key: Value): Value {
  return mapArms(key, (plain) => (plain.is === 'known' && plain.value ? { ...plain, secret: true } : absent));
}

/** The service's word that is meant by one that it does not take. */
function nearestOf(plain: Value, service: Settings): Value {
  const text = textOf(plain);
  if (text === undefined || service.words[text] !== undefined) return absent;
  const wire = ['AES256', 'aws:kms', 'aws:kms:dsse'].includes(text)
    ? text
    : textOf(encryptionFields({ algorithm: plain, keyId: absent, bucketKey: absent })['encryption.nearest']);
  const own = wire === undefined ? undefined : ownWord(wire, service);
  return own === undefined ? absent : known(own, { place: plain.place });
}

export function ownWord(wire: string, { words }: Settings): string | undefined {
  return Object.keys(words).find((word) => words[word] === wire);
}

function badValue(algorithm: Value, { words }: Settings): Value {
  return mapArms(algorithm, (plain) => {
    if (plain.is !== 'known') return plain.is === 'unknown' ? plain : absent;
    return words[String(plain.value)] === undefined ? plain : absent;
  });
}

function enabledOf(algorithm: Value, enabled: Value, { words }: Settings): Value {
  if (isWritten(enabled)) return enabled;
  return mapArms(algorithm, (plain) => {
    if (plain.is !== 'known') return plain;
    const word = words[String(plain.value)];
    return word === undefined || word === 'default' ? absent : { ...plain, value: word !== 'none' };
  });
}

function literalKey(key: Value): Value {
  return mapArms(key, (plain) => {
    if (plain.is !== 'known' || plain.value === '' || plain.value === null)
      return plain.is === 'unknown' ? plain : absent;
    return { ...plain, value: true };
  });
}

function location(address: Value = absent, bucket: Value = absent): Record<string, Value> {
  const part = (at: 1 | 2) =>
    mapArms(address, (plain) => {
      const found = /^s3[an]?:\/\/([^/]+)\/?(.*)$/.exec(textOf(plain) ?? '')?.[at];
      return found ? known(found, { place: plain.place }) : absent;
    });
  return { 'location.bucket': isWritten(bucket) ? bucket : part(1), 'location.prefix': part(2) };
}

function client({ service, says }: Told, file: string, { options }: Workspace): AnyFact | undefined {
  const { endpoint = absent, signature = absent } = says;
  const secure = says.secure ? asFlag(says.secure) : turned(asFlag(says.insecure ?? absent));
  const verified = says.verified ? asFlag(says.verified) : turned(asFlag(says.unverified ?? absent));
  if (![endpoint, secure, verified, signature].some(isWritten)) return undefined;
  const fields = {
    endpoint,
    signature: asSignature(signature),
    ...transportFields({ endpoint, secure, verified }, options.endpoints),
  };
  return factOf('client', { service, says }, fields, file, null);
}

function asSignature(value: Value): Value {
  return mapArms(value, (plain) => {
    const text = textOf(plain)?.toLowerCase();
    if (text === 'true') return { ...plain, is: 'known', value: 's3' };
    if (text === 's3signertype') return { ...plain, is: 'known', value: 's3' };
    return text === 'false' || text === 'awss3v4signertype' ? absent : plain;
  });
}

function asFlag(value: Value): Value {
  return mapArms(value, (plain) => {
    if (plain.is !== 'known' || typeof plain.value === 'boolean') return plain;
    const text = String(plain.value).toLowerCase();
    if (/^(true|yes|on|1)$/.test(text)) return { ...plain, value: true };
    return /^(false|no|off|0)$/.test(text) ? { ...plain, value: false } : absent;
  });
}

function turned(value: Value): Value {
  return mapArms(value, (plain) =>
    plain.is === 'known' ? { ...plain, value: plain.value !== true } : plain,
  );
}

function factOf(
  kind: 'sink' | 'client',
  { service, says }: Pick<Told, 'service' | 'says'>,
  fields: Record<string, Value>,
  file: string,
  resource: string | null,
): AnyFact {
  const entries = Object.values(says).flatMap(({ entry }) => entry ?? []);
  const place: Place = {
    file,
    start: Math.min(...entries.map(({ start }) => start)),
    end: Math.max(...entries.map(({ end }) => end)),
  };
  return {
    ...{ kind, resource, place },
    via: service.via,
    source: 'config',
    complete: kind === 'client' || says.algorithm !== undefined,
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value.is !== 'absent')),
    joins: { scope: known(`${file}:${place.start}`) },
  } as AnyFact;
}
