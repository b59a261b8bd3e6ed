import type { Condition } from './form.ts';

const meant: Record<string, string> = {
  aes256: 'AES256',
  sses3: 'AES256',
  s3: 'AES256',
  awskms: 'aws:kms',
  ssekms: 'aws:kms',
  kms: 'aws:kms',
  awskmsdsse: 'aws:kms:dsse',
  dssekms: 'aws:kms:dsse',
  kmsdsse: 'aws:kms:dsse',
  dsse: 'aws:kms:dsse',
};

/** The only value of a condition, if S3 never sends it, and the one that is most likely meant: `aws:kms` by `SSE-KMS`. */
export function misspelt({ key, terms: [term, ...more] }: Condition) {
  if (!term?.text || more.length > 0 || !/server-side-encryption$/i.test(key)) return undefined;
  const nearest = meant[term.text.toLowerCase().replace(/[^a-z0-9]/g, '')];
  return nearest === undefined || nearest === term.text ? undefined : { value: term.value, nearest };
}
