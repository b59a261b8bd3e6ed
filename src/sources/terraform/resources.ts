import type { Place } from '../../model/place.ts';
import { known, type RecordEntry, textOf, unknown, type Value } from '../../model/value.ts';
import { evaluate } from '../template/evaluate.ts';
import { joinTexts, nullIsAbsent, textForm } from '../template/text.ts';
import { valueOfBody } from './body.ts';
import { documentOf } from './documents.ts';
import { callFunction } from './functions.ts';
import type { Instance } from './instances.ts';
import type { Module } from './module.ts';
import { attribute } from './syntax.ts';

type Kind = 'resources' | 'data' | 'calls';

export function addressOf(module: Module, kind: Kind, instance: Instance): string {
  const name = instance.block.labels.join('.') + instance.suffix;
  return module.absolute(kind === 'data' ? `data.${name}` : name);
}

/** An attribute as other blocks see it: written, or what AWS makes of it. */
export function attributeOf(
  module: Module,
  kind: Kind,
  instance: Instance,
  name: string,
  place: Place,
): Value {
  const key = `${addressOf(module, kind, instance)}.${name}`;
  return module.attribute(key, place, () => made(module, kind, instance, name, place));
}

function made(module: Module, kind: Kind, instance: Instance, name: string, place: Place): Value {
  const type = instance.block.labels[0]!;
  const derive = derivations[kind === 'data' ? `data.${type}` : type];
  const derived = derive?.({ module, kind, instance, place }, name);
  if (derived) return withPlace(derived, place);
  const written = attribute(instance.block.body, name);
  if (written) return evaluate(written.value, instance.env);
  if (name === 'id' && type.startsWith('aws_s3_bucket_'))
    return attributeOf(module, kind, instance, 'bucket', place);
  return computed({ module, kind, instance, place }, name);
}

interface Asked {
  module: Module;
  kind: Kind;
  instance: Instance;
  place: Place;
}

function computed({ module, kind, instance, place }: Asked, name: string): Value {
  const origin = `${addressOf(module, kind, instance)}.${name}`;
  return unknown(`\`${origin}\` is known only when it is made`, { place, origin });
}

function withPlace(value: Value, place: Place): Value {
  return value.place ? value : { ...value, place };
}

/** What is written as `name`, or undefined where nothing is. */
function written({ instance }: Asked, name: string): Value | undefined {
  const found = attribute(instance.block.body, name);
  const value = found && nullIsAbsent(evaluate(found.value, instance.env));
  return value && value.is !== 'absent' ? value : undefined;
}

/** The name of a bucket: as it is written, else by its address. */
function bucketName(asked: Asked): Value {
  const name = written(asked, 'bucket');
  const text = name && textForm(name);
  return name && text !== undefined ? { ...name, place: asked.place } : computed(asked, 'id');
}

function bucketAttribute(asked: Asked, name: string): Value | undefined {
  if (name === 'id' || name === 'bucket' || name === 'name') return bucketName(asked);
  if (name === 'arn') return joinTexts([known('arn:aws:s3:::'), bucketName(asked)], { place: asked.place });
  return undefined;
}

/** An alias names a key by itself: `arn` ends with its name. */
function aliasAttribute(asked: Asked, name: string): Value | undefined {
  const alias = written(asked, 'name');
  if (name === 'name' || name === 'id') return alias;
  const isManaged = alias && textOf(alias) === 'alias/aws/s3';
  if (name === 'arn' || isManaged)
    return joinTexts([known('arn:aws:kms:::'), alias ?? computed(asked, 'name')], { place: asked.place });
  return undefined;
}

type Derive = (asked: Asked, name: string) => Value | undefined;

const derivations: Record<string, Derive> = {
  aws_s3_bucket: bucketAttribute,
  'data.aws_s3_bucket': bucketAttribute,
  aws_s3_directory_bucket: bucketAttribute,
  aws_kms_alias: aliasAttribute,
  'data.aws_kms_alias': aliasAttribute,
  'data.aws_iam_policy_document': (asked, name) =>
    name === 'json' || name === 'minified_json' ? documentOf(asked) : undefined,
  'data.aws_partition': (asked, name) =>
    name === 'partition' ? known('aws', { place: asked.place }) : undefined,
  'data.template_file': (asked, name) => (name === 'rendered' ? rendered(asked) : undefined),
  terraform_data: (asked, name) => (name === 'output' ? written(asked, 'input') : undefined),
};

function rendered(asked: Asked): Value | undefined {
  const template = written(asked, 'template');
  const vars = written(asked, 'vars') ?? { is: 'record', entries: [] };
  return template && callFunction('templatestring', [template, vars], asked.place, asked.module);
}

/** The attributes that stand for a resource handed around as a whole. */
const usual = ['id', 'arn', 'bucket', 'name', 'key_id', 'json', 'target_key_arn', 'target_key_id', 'region'];

export function objectOf(module: Module, kind: Kind, instance: Instance, place: Place): Value {
  const entries = usual.map(
    (name): RecordEntry => ({ name: known(name), value: attributeOf(module, kind, instance, name, place) }),
  );
  return { is: 'record', entries, place, rest: unknown('not all of a resource is followed', { place }) };
}

/** The body of an instance as one value. */
export function bodyOf(instance: Instance): Value {
  return valueOfBody(instance.block.body, instance.env);
}
