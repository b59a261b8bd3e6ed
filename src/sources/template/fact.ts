import type { AnyFact, Fact } from '../../model/fact.ts';
import type { Kind } from '../../model/kinds.ts';
import { absent, known, list, mapArms, type Value } from '../../model/value.ts';
import { at } from './members.ts';
import type { Resource } from './resource.ts';
import { nullIsAbsent, textForm } from './text.ts';

/** A property by its path; null is not written. */
export function prop(resource: Resource, ...path: string[]): Value {
  return resource.ignored.includes(path[0]!) ? absent : read(resource.body, ...path);
}

export function read(value: Value, ...path: string[]): Value {
  return mapArms(nullIsAbsent(at(value, ...path)), nullIsAbsent);
}

/** `true` and `"true"` are the same to templates. */
export function flag(value: Value): Value {
  return mapArms(value, (plain) => {
    if (plain.is !== 'known' || typeof plain.value === 'boolean') return plain;
    return /^(true|false)$/i.test(String(plain.value))
      ? { ...plain, value: /^true$/i.test(String(plain.value)) }
      : plain;
  });
}

export function numeric(value: Value): Value {
  return mapArms(value, (plain) =>
    plain.is === 'known' && plain.value !== '' && !Number.isNaN(Number(plain.value))
      ? { ...plain, value: Number(plain.value) }
      : plain,
  );
}

interface Making {
  fields: Record<string, Value>;
  /** Not all there is can be seen. */
  incomplete?: boolean;
  /** What it belongs to, as the other names itself. */
  of?: Value;
  /** By what others name it. */
  names?: string[];
  joins?: Record<string, Value>;
}

/** A fact of a resource. Its joins are those that `lint/link` tells of. */
export function factOf<K extends Kind>(
  kind: K,
  resource: Resource,
  { fields, incomplete, of, names, joins }: Making,
): AnyFact {
  const written = Object.entries(fields).filter(([, value]) => value.is !== 'absent');
  const fact: Fact = {
    kind,
    resource: resource.name,
    place: resource.place,
    via: resource.via,
    complete: !incomplete && of === undefined && isSeen(resource.body),
    fields: Object.fromEntries(written),
    source: resource.source,
    joins: {
      scope: known(resource.scope),
      id: known(resource.address),
      exists: resource.exists,
      ...(of && { of: target(of) }),
      ...(names && { names: list(names.map((name) => known(name))) }),
      ...joins,
    },
  };
  if (resource.anchors) fact.anchors = resource.anchors;
  return fact as AnyFact;
}

const isSeen = (body: Value) => body.is === 'record' && body.rest === undefined;

/** What a reference names, as a text that the other has among its names; an ARN of a bucket is its name. */
export function target(reference: Value): Value {
  return mapArms(reference, (plain) => {
    const text = textForm(plain);
    return text === undefined ? plain : known(nameInArn(text));
  });
}

/** The texts that a reference may be. */
export function textsOf(reference: Value): string[] {
  const texts: string[] = [];
  mapArms(target(reference), (plain) => {
    if (plain.is === 'known' && typeof plain.value === 'string') texts.push(plain.value);
    return plain;
  });
  return texts;
}

function nameInArn(text: string): string {
  return text.replace(/^arn:[^:]*:s3:::/, '').replace(/\/\*?$/, '');
}

/** The names of a bucket: what is written, and how others refer to it before it has one. */
export function bucketNames(name: Value, computed: string): string[] {
  const text = textForm(name);
  return text === undefined ? [computed] : [text, computed];
}
