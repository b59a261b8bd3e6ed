import { known, mapArms, textOf, type Value } from '../../model/value.ts';

/** Names whose capitals the first letter does not tell. */
const names: Record<string, string> = {
  sseAlgorithm: 'SSEAlgorithm',
  kmsMasterKeyId: 'KMSMasterKeyID',
  kmsKeyId: 'KMSKeyID',
  replicaKmsKeyId: 'ReplicaKmsKeyID',
};

/** Documents of IAM, which keep their own names. */
const documents = /^(policyDocument|keyPolicy|assumeRolePolicyDocument)$/;

/** The props of an L1 construct in the template's names: `bucketEncryption` → `BucketEncryption`. */
export function templateNames(value: Value): Value {
  return mapArms(value, (plain) => {
    if (plain.is === 'list') return { ...plain, items: plain.items.map(templateNames) };
    if (plain.is !== 'record') return plain;
    const entries = plain.entries.map((entry) => {
      const name = textOf(entry.name);
      if (name === undefined) return entry;
      const own = names[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
      const inner = documents.test(name) ? entry.value : templateNames(entry.value);
      return { name: known(own, { place: entry.name.place }), value: inner };
    });
    return { ...plain, entries };
  });
}
