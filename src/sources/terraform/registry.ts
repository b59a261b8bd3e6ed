import type { Place } from '../../model/place.ts';
import { known, type Value } from '../../model/value.ts';
import { evaluate } from '../template/evaluate.ts';
import { joinTexts, textForm } from '../template/text.ts';
import type { Instance } from './instances.ts';
import { attribute, type Block, constant } from './syntax.ts';

/**
 * `terraform-aws-modules/s3-bucket` as data: it is used so often that its inputs are read even where it does not lie in
 * `.terraform/modules` (https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws).
 */
export function isBucketModule(call: Block): boolean {
  return /terraform-aws-modules\/(terraform-aws-)?s3-bucket(\/aws)?($|[/?.]|\.git)/.test(
    constant(call.body, 'source') ?? '',
  );
}

export const bucketModuleOutputs = ['s3_bucket_id', 's3_bucket_arn'];

/** The address of the bucket inside the module. */
export const bucketInside = (address: string) => `${address}.aws_s3_bucket.this[0]`;

export function inputOf(instance: Instance, name: string): Value | undefined {
  const found = attribute(instance.block.body, name);
  return found && { ...evaluate(found.value, instance.env), name: found.namePlace, entry: found.place };
}

export function bucketNameOf(instance: Instance, address: string, place: Place): Value {
  const name = inputOf(instance, 'bucket');
  if (name && textForm(name) !== undefined) return { ...name, place };
  const origin = `${bucketInside(address)}.id`;
  return { is: 'unknown', reason: `\`${origin}\` is known only when it is made`, origin, place };
}

export function outputOfKnown(
  instance: Instance,
  address: string,
  output: string,
  place: Place,
): Value | undefined {
  if (!isBucketModule(instance.block)) return undefined;
  const name = bucketNameOf(instance, address, place);
  if (output === 's3_bucket_id') return name;
  return output === 's3_bucket_arn' ? joinTexts([known('arn:aws:s3:::'), name], { place }) : undefined;
}
