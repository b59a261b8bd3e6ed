import { meantWireValue } from '../model/wire.ts';
import type { Condition } from './form.ts';

/** The only value of a condition, if S3 never sends it, and the one that is most likely meant: `aws:kms` by `SSE-KMS`. */
export function misspelt({ key, terms: [term, ...more] }: Condition) {
  if (!term?.text || more.length > 0 || !/server-side-encryption$/i.test(key)) return undefined;
  const nearest = meantWireValue(term.text);
  return nearest === undefined || nearest === term.text ? undefined : { value: term.value, nearest };
}
