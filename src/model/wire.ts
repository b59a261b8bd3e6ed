/** What people and SDKs' enums write for a value of `x-amz-server-side-encryption`, without case and separators. */
const meant: Record<string, string> = {
  aes: 'AES256',
  aes256: 'AES256',
  sses3: 'AES256',
  s3: 'AES256',
  s3managed: 'AES256',
  awskms: 'aws:kms',
  kms: 'aws:kms',
  ssekms: 'aws:kms',
  awskmscmk: 'aws:kms',
  kmsmanaged: 'aws:kms',
  awskmsdsse: 'aws:kms:dsse',
  dsse: 'aws:kms:dsse',
  dssekms: 'aws:kms:dsse',
  kmsdsse: 'aws:kms:dsse',
};

/** The valid wire value that a word most likely means, undefined where it is unlike any. */
export function meantWireValue(word: string): string | undefined {
  return meant[word.toLowerCase().replace(/[^a-z0-9]/g, '')];
}
