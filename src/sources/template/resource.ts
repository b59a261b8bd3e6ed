import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';

/** One resource of a template, its properties followed to what they are. */
export interface Resource {
  /** `aws_s3_bucket`, `AWS::S3::Bucket`. */
  type: string;
  /** In its scope, with indexes: `module.a.aws_s3_bucket.logs["x"]`, or the logical id. */
  address: string;
  /** As findings name it: without indexes. */
  name: string;
  /** What links are made within: the root module's folder, the stack's file. */
  scope: string;
  body: Value;
  /** The whole of it. */
  place: Place;
  /** Whether it exists: known true, by a choice, or unknown. */
  exists: Value;
  /** Properties whose changes are not applied: they say nothing of what is. */
  ignored: string[];
  via: string;
  source: string;
  /** The words of a place, for policies that are written as text. */
  words(place: Place): string;
  endpoints: Record<string, string>;
  /** Where the provider puts it. */
  region?: Value;
  anchors?: Record<string, Place>;
}
