import { combine, known, unknown, type Value } from '../model/value.ts';

/** Whether a copy's source is its own destination: bucket and key are the same, known or of one origin. */
export function isSameObject(
  source: { bucket: Value; key: Value },
  target: { bucket: Value; key: Value },
): Value {
  return combine(areSame(source.bucket, target.bucket), areSame(source.key, target.key), (bucket, key) => {
    if (bucket.is !== 'known') return bucket;
    return bucket.value === false ? bucket : key;
  });
}

function areSame(a: Value, b: Value): Value {
  return combine(a, b, (one, other) => {
    if (one.is === 'known' && other.is === 'known') return known(one.value === other.value);
    const isOne = one.is === 'unknown' && other.is === 'unknown' && one.origin !== undefined;
    return isOne && one.origin === other.origin
      ? known(true)
      : unknown('the source of the copy cannot be known');
  });
}
