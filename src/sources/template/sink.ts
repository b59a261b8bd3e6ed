import type { AnyFact } from '../../model/fact.ts';
import {
  absent,
  combine,
  isWritten,
  known,
  mapArms,
  textOf,
  unknown,
  type Value,
} from '../../model/value.ts';
import { leaves, wireOf } from './encryption.ts';
import { factOf, flag, read, target } from './fact.ts';
import type { Resource } from './resource.ts';

/** Where a service's resource says how it writes to S3. Paths are dotted. */
export interface SinkShape {
  service: string;
  /** Where in the resource; a sink is there only where this is. */
  within?: string;
  /** The service's word for the encryption. */
  option?: string;
  /** What the service's words mean on the wire; `none` is off, `client` is client-side. */
  words?: Record<string, string>;
  keyId?: string;
  /** False is off. */
  enabled?: string;
  /** True is off. */
  disabled?: string;
  /** What the service does where nothing is written. */
  otherwise?: 'off';
  bucket?: string;
  location?: string;
  literalKey?: string;
}

const at = (value: Value, path: string | undefined): Value =>
  path === undefined ? absent : read(value, ...path.split('.'));

/** The sinks of one resource. */
export function sinksOf(resource: Resource, shapes: SinkShape[]): AnyFact[] {
  return shapes.flatMap((shape) => {
    const body = shape.within ? at(resource.body, shape.within) : resource.body;
    return body.is === 'absent' ? [] : [sink(resource, body, shape)];
  });
}

function sink(resource: Resource, body: Value, shape: SinkShape): AnyFact {
  const keyId = at(body, shape.keyId);
  const option = at(body, shape.option);
  const enabled = enabledOf(body, option, shape);
  const literal = at(body, shape.literalKey);
  const fields = {
    service: known(shape.service),
    'encryption.written': known([keyId, option, enabled].some(isWritten)),
    'encryption.enabled': enabled,
    ...leaves({ algorithm: algorithmOf(option, keyId, enabled, shape), keyId }),
    'location.bucket': bucketOf(body, shape),
    'location.prefix': prefixOf(at(body, shape.location)),
    literalKey: mapArms(literal, (plain) =>
      plain.is === 'known' ? known(true, { place: plain.place, entry: plain.entry }) : plain,
    ),
  };
  return factOf('sink', resource, { fields, joins: { bucket: target(fields['location.bucket']) } });
}

function enabledOf(body: Value, option: Value, shape: SinkShape): Value {
  const off = at(body, shape.disabled);
  if (isWritten(off))
    return mapArms(flag(off), (plain) =>
      plain.is === 'known' ? { ...plain, value: plain.value !== true } : plain,
    );
  const on = flag(at(body, shape.enabled));
  if (isWritten(on)) return on;
  const byWord = mapArms(option, (plain) => {
    const word = plain.is === 'known' ? shape.words?.[String(plain.value)] : undefined;
    return word === undefined
      ? plain.is === 'unknown'
        ? plain
        : absent
      : known(word !== 'none', { place: plain.place, name: plain.name, entry: plain.entry });
  });
  return isWritten(byWord) || shape.otherwise !== 'off' ? byWord : known(false);
}

function algorithmOf(option: Value, keyId: Value, enabled: Value, shape: SinkShape): Value {
  const wire = wireOf(option, keyId, shape.words ?? {});
  const byName = mapArms(wire, (plain) => {
    if (textOf(plain) === 'none') return absent;
    return textOf(plain) === 'client'
      ? unknown('it encrypts before it writes', { place: plain.place })
      : plain;
  });
  return combine(byName, enabled, (word, on) =>
    word.is === 'absent' && on.is === 'known' && on.value === true
      ? known('AES256', { place: on.place })
      : word,
  );
}

function bucketOf(body: Value, shape: SinkShape): Value {
  if (shape.bucket) return at(body, shape.bucket);
  return mapArms(at(body, shape.location), (plain) => {
    const bucket = /^s3[an]?:\/\/([^/⟨⟩]+)/.exec(textOf(plain) ?? '')?.[1];
    if (bucket) return known(bucket, { place: plain.place });
    return plain.is === 'unknown' && plain.origin
      ? {
          ...plain,
          origin: plain.origin.replace(/^s3[an]?:\/\/(⟨[^⟩]*⟩|[^/]*).*$/, '$1').replace(/^⟨([^⟩]*)⟩$/, '$1'),
        }
      : plain;
  });
}

function prefixOf(location: Value): Value {
  return mapArms(location, (plain) => {
    const prefix = /^s3[an]?:\/\/[^/]+\/(.+)$/.exec(textOf(plain) ?? '')?.[1];
    return prefix ? known(prefix, { place: plain.place }) : absent;
  });
}
